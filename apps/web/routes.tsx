import type { NoticeTopic } from '@kohorte/contracts';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ApiProblem, type RequestArgs } from './api.js';
import { speak } from './i18n.js';
import { type Listing, pagesFor, queryClient, queryFor, type Read } from './queries.js';
import { sessionBegan } from './session.js';
import { topics } from './notifications/topics.js';
import { Home } from './progress/home.js';
import { Frame } from './shell/frame.js';
import { Root } from './shell/root.js';
import { NotFound, Trouble, TroubleOutside } from './shell/trouble.js';
import { Waiting } from './shell/waiting.js';
import { type CalendarView, calendarViews } from './schedule/views.js';
import { type DiscussionSearch, threadsQuery } from './discussion/threads-query.js';

/** Asks for what a screen shows, once; the screen itself keeps it fresh. */
const need = <K extends Read>(key: K, ...args: RequestArgs<K>): Promise<void> =>
  orSignIn(queryClient.ensureQueryData(queryFor(key, ...args)));

/** The same for the first page of a list. */
const needPages = <K extends Listing>(key: K, ...args: RequestArgs<K>): Promise<void> =>
  orSignIn(queryClient.ensureInfiniteQueryData(pagesFor(key, ...args)));

/** Whoever is not signed in is sent to sign in, and comes back here. */
async function orSignIn(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'not-signed-in') throw problem;
    const { pathname, search, hash } = window.location;
    const address = `${pathname}${search}${hash}`;
    throw redirect({ to: '/sign-in', search: address === '/' ? {} : { to: address } });
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
/** 0, 1, 2 … */
const wholeNumber = (value: unknown): number | undefined => {
  const number = value === undefined ? NaN : Number(value);
  return Number.isInteger(number) && number >= 0 ? number : undefined;
};
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value);

const root = createRootRoute({ component: Root });

/** Everything for people who are signed in, with the navigation around it. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  errorComponent: TroubleOutside,
  loader: async () => {
    await need('GET /me');
    const me = queryClient.getQueryData(queryFor('GET /me').queryKey);
    if (!me) return;
    sessionBegan();
    if (localStorage.getItem('kohorte.push')) {
      const { receivePush } = await import('./notifications/push.js');
      receivePush(me.userId, (path) => router.history.push(path));
    }
    await speak(me.language);
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => ({ to: text(search.to) }),
  component: lazyRouteComponent(() => import('./people/sign-in-page.js'), 'SignInPage'),
});

const oneTimeLink = createRoute({
  getParentRoute: () => root,
  path: '/link/$token',
  loader: ({ params }) => need('GET /one-time-links/:token', { params }),
  component: lazyRouteComponent(() => import('./people/one-time-link-page.js'), 'OneTimeLinkPage'),
  errorComponent: TroubleOutside,
});

/** Where the buttons of an invitation lead: those who open it need not be signed in. */
const answer = createRoute({
  getParentRoute: () => root,
  path: '/answer/$token',
  loader: async ({ params }) => {
    await need('GET /answers/:token', { params });
    const asked = queryClient.getQueryData(queryFor('GET /answers/:token', { params }).queryKey);
    if (asked) await speak(asked.language);
  },
  component: lazyRouteComponent(() => import('./schedule/answer-page.js'), 'AnswerPage'),
  errorComponent: TroubleOutside,
});

/** Where the link in a mail leads that ends such mails: those who open it need not be signed in either. */
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  loader: async ({ params }) => {
    await need('GET /unsubscriptions/:token', { params });
    const about = queryClient.getQueryData(queryFor('GET /unsubscriptions/:token', { params }).queryKey);
    if (about) await speak(about.language);
  },
  component: lazyRouteComponent(() => import('./notifications/unsubscribe-page.js'), 'UnsubscribePage'),
  errorComponent: TroubleOutside,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  loader: () => need('GET /home'),
  // Not lazy like the others: it is where people start.
  component: Home,
});

const catalogue = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue',
  validateSearch: (search): { search?: string; language?: 'de' | 'en' } => ({
    search: text(search.search),
    language: oneOf(['de', 'en'], search.language),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => needPages('GET /catalogue', { query: deps }),
  component: lazyRouteComponent(() => import('./cohorts/catalogue.js'), 'Catalogue'),
});

const coursePage = createRoute({
  getParentRoute: () => inside,
  path: '/courses/$courseId',
  loader: ({ params }) => need('GET /catalogue/:courseId', { params }),
  component: lazyRouteComponent(() => import('./cohorts/course-page.js'), 'CourseScreen'),
});

const cohort = createRoute({
  getParentRoute: () => inside,
  path: '/cohorts/$cohortId',
  loader: ({ params }) => need('GET /cohorts/:cohortId/outline', { params }),
});

const cohortSpace = createRoute({
  getParentRoute: () => cohort,
  id: 'space',
  component: lazyRouteComponent(() => import('./progress/cohort-space.js'), 'CohortSpace'),
});

const weeks = createRoute({
  getParentRoute: () => cohortSpace,
  path: '/',
  validateSearch: (search): { week?: number } => ({ week: Number(search.week) || undefined }),
  component: lazyRouteComponent(() => import('./progress/weeks.js'), 'Weeks'),
});

const cohortSchedule = createRoute({
  getParentRoute: () => cohortSpace,
  path: '/schedule',
  component: lazyRouteComponent(() => import('./schedule/cohort-schedule.js'), 'CohortSchedule'),
});

const cohortPeople = createRoute({
  getParentRoute: () => cohortSpace,
  path: '/people',
  validateSearch: (search): { search?: string } => ({ search: text(search.search) }),
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => needPages('GET /cohorts/:cohortId/people', { params, query: deps }),
  component: lazyRouteComponent(() => import('./cohorts/cohort-people.js'), 'CohortPeople'),
});

const assignments = createRoute({
  getParentRoute: () => cohortSpace,
  path: '/assignments',
  loader: ({ params }) => need('GET /cohorts/:cohortId/assignments', { params }),
  component: lazyRouteComponent(() => import('./peer-review/assignments.js'), 'Assignments'),
});

/** An assignment, and below it what comes of it. */
const assignment = createRoute({
  getParentRoute: () => inside,
  path: '/cohorts/$cohortId/assignments/$itemId',
  loader: ({ params }) => need('GET /cohorts/:cohortId/assignments/:itemId', { params }),
  component: lazyRouteComponent(() => import('./peer-review/assignment-page.js'), 'AssignmentPage'),
});

const mirror = createRoute({
  getParentRoute: () => inside,
  path: '/cohorts/$cohortId/assignments/$itemId/mirror',
  loader: ({ params }) =>
    Promise.all([
      need('GET /cohorts/:cohortId/assignments/:itemId', { params }),
      need('GET /cohorts/:cohortId/assignments/:itemId/mirror', { params }),
    ]),
  component: lazyRouteComponent(() => import('./peer-review/mirror.js'), 'Mirror'),
});

const gallery = createRoute({
  getParentRoute: () => inside,
  path: '/cohorts/$cohortId/assignments/$itemId/gallery',
  loader: ({ params }) =>
    Promise.all([
      need('GET /cohorts/:cohortId/assignments/:itemId', { params }),
      need('GET /cohorts/:cohortId/assignments/:itemId/gallery', { params }),
    ]),
  component: lazyRouteComponent(() => import('./peer-review/gallery.js'), 'Gallery'),
});

const review = createRoute({
  getParentRoute: () => inside,
  path: '/reviews/$reviewId',
  loader: ({ params }) => need('GET /reviews/:reviewId', { params }),
  component: lazyRouteComponent(() => import('./peer-review/review-page.js'), 'ReviewPage'),
});

const discussion = createRoute({
  getParentRoute: () => cohortSpace,
  path: '/discussion',
  validateSearch: (search): DiscussionSearch => ({
    order: oneOf(['active', 'new', 'helpful', 'unanswered'], search.order),
    kind: oneOf(['question', 'discussion', 'announcement'], search.kind),
    module: text(search.module),
    only: oneOf(['unread', 'following', 'own'], search.only),
    group: text(search.group),
    search: text(search.search),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) =>
    deps.search ? undefined : needPages('GET /cohorts/:cohortId/threads', { params, query: threadsQuery(deps) }),
  component: lazyRouteComponent(() => import('./discussion/discussion.js'), 'Discussion'),
});

const newThread = createRoute({
  getParentRoute: () => cohort,
  path: '/discussion/new',
  validateSearch: (search): { module?: string; item?: string; at?: number; group?: string } => ({
    module: text(search.module),
    item: text(search.item),
    at: wholeNumber(search.at),
    group: text(search.group),
  }),
  component: lazyRouteComponent(() => import('./discussion/new-thread.js'), 'NewThread'),
});

const thread = createRoute({
  getParentRoute: () => inside,
  path: '/threads/$threadId',
  validateSearch: (search): { post?: number } => ({ post: wholeNumber(search.post) || undefined }),
  // Only when one comes: a post that is sought within the thread is found by the screen.
  loader: async ({ params, location }) => {
    const { readThread } = await import('./discussion/posts-window.js');
    await orSignIn(readThread(params.threadId, (location.search as { post?: number }).post));
  },
  component: lazyRouteComponent(() => import('./discussion/thread.js'), 'Thread'),
});

const player = createRoute({
  getParentRoute: () => cohort,
  path: '/items/$itemId',
  validateSearch: (search): { at?: number } => ({ at: wholeNumber(search.at) }),
  loader: ({ params }) => need('GET /cohorts/:cohortId/items/:itemId', { params }),
  component: lazyRouteComponent(() => import('./progress/player.js'), 'Player'),
});

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: (search): { view?: CalendarView; on?: string } => ({
    view: oneOf(calendarViews, search.view),
    on: /^\d{4}-\d{2}-\d{2}$/.test(String(search.on)) ? String(search.on) : undefined,
  }),
  loader: () => need('GET /calendar-feed'),
  component: lazyRouteComponent(() => import('./schedule/calendar.js'), 'Calendar'),
});

const session = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$sessionId',
  validateSearch: (search): { code?: string } => ({
    code: /^\d{6}$/.test(String(search.code)) ? String(search.code) : undefined,
  }),
  loader: ({ params }) => need('GET /sessions/:sessionId', { params }),
  component: lazyRouteComponent(() => import('./schedule/session-page.js'), 'SessionPage'),
});

const roster = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$sessionId/roster',
  loader: ({ params }) => need('GET /sessions/:sessionId/roster', { params }),
  component: lazyRouteComponent(() => import('./schedule/roster.js'), 'Roster'),
});

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  validateSearch: (search): { topic?: NoticeTopic; only?: 'unread' } => ({
    topic: oneOf(topics, search.topic),
    only: oneOf(['unread'], search.only),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => needPages('GET /notifications', { query: deps }),
  component: lazyRouteComponent(() => import('./notifications/notifications.js'), 'Notifications'),
});

const notificationSettings = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/settings',
  loader: () => need('GET /notification-settings'),
  component: lazyRouteComponent(() => import('./notifications/settings.js'), 'NotificationSettings'),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  loader: () => Promise.all([need('GET /me/work-pattern'), need('GET /sites')]),
  component: lazyRouteComponent(() => import('./people/profile.js'), 'Profile'),
});

// For trainers.
const studio = createRoute({
  getParentRoute: () => inside,
  path: '/studio',
  validateSearch: (search): { search?: string } => ({ search: text(search.search) }),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => needPages('GET /courses', { query: deps }),
  component: lazyRouteComponent(() => import('./trainer/courses.js'), 'Courses'),
});

const courseEditor = createRoute({
  getParentRoute: () => inside,
  path: '/studio/courses/$courseId',
  validateSearch: (search): { version?: string; module?: string; item?: string } => ({
    version: text(search.version),
    module: text(search.module),
    item: text(search.item),
  }),
  loaderDeps: ({ search: { version } }) => ({ versionId: version }),
  loader: ({ params, deps }) => need('GET /courses/:courseId', { params, query: deps }),
  component: lazyRouteComponent(() => import('./trainer/course-editor.js'), 'CourseEditor'),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/studio/imports',
  loader: () => needPages('GET /imports'),
  component: lazyRouteComponent(() => import('./trainer/imports.js'), 'Imports'),
});

const oneImport = createRoute({
  getParentRoute: () => inside,
  path: '/studio/imports/$importId',
  validateSearch: (search): { show?: 'imported' | 'placeholder' | 'left-out' } => ({
    show: oneOf(['imported', 'placeholder', 'left-out'], search.show),
  }),
  loader: ({ params }) => need('GET /imports/:importId', { params }),
  component: lazyRouteComponent(() => import('./trainer/import.js'), 'Import'),
});

const runs = createRoute({
  getParentRoute: () => inside,
  path: '/runs',
  validateSearch: (search): { course?: string; time?: 'current' | 'past' | 'cancelled' } => ({
    course: text(search.course),
    time: oneOf(['current', 'past', 'cancelled'], search.time),
  }),
  loaderDeps: ({ search: { course, time } }) => ({ courseId: course, time }),
  loader: ({ deps }) => needPages('GET /cohorts', { query: deps }),
  component: lazyRouteComponent(() => import('./trainer/runs.js'), 'Runs'),
});

const planCohort = createRoute({
  getParentRoute: () => inside,
  path: '/runs/new',
  validateSearch: (search): { course?: string } => ({ course: text(search.course) }),
  loader: () => Promise.all([needPages('GET /courses'), need('GET /holiday-regions')]),
  component: lazyRouteComponent(() => import('./trainer/plan-cohort.js'), 'PlanCohort'),
});

const cockpitTabs = ['assignments', 'discussion', 'people', 'progress', 'settings'] as const;
const discussionParts = ['reported', 'announcements', 'groups', 'rules'] as const;
const enrolmentStates = ['requested', 'waitlisted', 'active', 'completed', 'withdrawn'] as const;

const cockpit = createRoute({
  getParentRoute: () => inside,
  path: '/runs/$cohortId',
  validateSearch: (
    search,
  ): {
    tab?: (typeof cockpitTabs)[number];
    part?: (typeof discussionParts)[number];
    status?: (typeof enrolmentStates)[number];
    search?: string;
  } => ({
    tab: oneOf(cockpitTabs, search.tab),
    part: oneOf(discussionParts, search.part),
    status: oneOf(enrolmentStates, search.status),
    search: text(search.search),
  }),
  loader: ({ params }) => need('GET /cohorts/:cohortId', { params }),
  component: lazyRouteComponent(() => import('./trainer/cockpit.js'), 'Cockpit'),
});

const roundFilters = ['owe', 'short', 'late', 'missing'] as const;

const round = createRoute({
  getParentRoute: () => inside,
  path: '/runs/$cohortId/assignments/$itemId',
  validateSearch: (search): { only?: (typeof roundFilters)[number] } => ({ only: oneOf(roundFilters, search.only) }),
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) =>
    Promise.all([
      need('GET /cohorts/:cohortId/assignments/:itemId/round', { params }),
      need('GET /cohorts/:cohortId', { params: { cohortId: params.cohortId } }),
      needPages('GET /cohorts/:cohortId/assignments/:itemId/round/people', { params, query: deps }),
    ]),
  component: lazyRouteComponent(() => import('./trainer/reviews/round.js'), 'Round'),
});

const submission = createRoute({
  getParentRoute: () => inside,
  path: '/runs/$cohortId/submissions/$submissionId',
  loader: ({ params: { submissionId } }) => need('GET /submissions/:submissionId', { params: { submissionId } }),
  component: lazyRouteComponent(() => import('./trainer/reviews/submission.js'), 'Submission'),
});

// For L&D admins, and managers as far as they may see.
const users = createRoute({
  getParentRoute: () => inside,
  path: '/admin/users',
  validateSearch: (search): { search?: string } => ({ search: text(search.search) }),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => needPages('GET /users', { query: deps }),
  component: lazyRouteComponent(() => import('./admin/users.js'), 'Users'),
});

const orgUnits = createRoute({
  getParentRoute: () => inside,
  path: '/admin/users/units',
  loader: () => need('GET /org-units'),
  component: lazyRouteComponent(() => import('./admin/org-units.js'), 'OrgUnits'),
});

const rooms = createRoute({
  getParentRoute: () => inside,
  path: '/admin/rooms',
  loader: () => Promise.all([need('GET /sites'), need('GET /rooms'), need('GET /holiday-regions')]),
  component: lazyRouteComponent(() => import('./admin/rooms.js'), 'Rooms'),
});

const trainers = createRoute({
  getParentRoute: () => inside,
  path: '/admin/trainers',
  validateSearch: (search): { search?: string } => ({ search: text(search.search) }),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => Promise.all([needPages('GET /trainers', { query: deps }), need('GET /sites')]),
  component: lazyRouteComponent(() => import('./admin/trainers.js'), 'Trainers'),
});

const mailStates = ['waiting', 'sent', 'kept', 'failed'] as const;
const mails = createRoute({
  getParentRoute: () => inside,
  path: '/admin/mails',
  validateSearch: (search): { state?: (typeof mailStates)[number]; mail?: string } => ({
    state: oneOf(mailStates, search.state),
    mail: text(search.mail),
  }),
  loaderDeps: ({ search: { state } }) => ({ state }),
  loader: ({ deps }) => needPages('GET /mails', { query: deps }),
  component: lazyRouteComponent(() => import('./admin/mails.js'), 'Mails'),
});

const jobs = createRoute({
  getParentRoute: () => inside,
  path: '/admin/jobs',
  loader: () => need('GET /jobs'),
  component: lazyRouteComponent(() => import('./admin/jobs.js'), 'Jobs'),
});

const planner = createRoute({
  getParentRoute: () => inside,
  path: '/planner',
  validateSearch: (search): { assemble?: boolean } => ({ assemble: search.assemble === true || undefined }),
  loader: () => needPages('GET /assemblies'),
  component: lazyRouteComponent(() => import('./planner/planner.js'), 'Planner'),
});

const proposal = createRoute({
  getParentRoute: () => inside,
  path: '/planner/$assemblyId',
  validateSearch: (search): ProposalSearch => ({
    view: oneOf(['calendar', 'rooms', 'trainers'], search.view),
    week: /^\d{4}-\d{2}-\d{2}$/.test(String(search.week)) ? String(search.week) : undefined,
    session: text(search.session),
    cohort: text(search.cohort),
    show: oneOf(['compare', 'publish'], search.show),
    with: text(search.with),
  }),
  loader: ({ params }) => need('GET /assemblies/:assemblyId', { params }),
  component: lazyRouteComponent(() => import('./planner/proposal.js'), 'Proposal'),
});

/** What one looks at in a proposed schedule. */
interface ProposalSearch {
  view?: 'calendar' | 'rooms' | 'trainers';
  week?: string;
  /** Which session is selected, by its item and group. */
  session?: string;
  /** Shows the sessions of one cohort only. */
  cohort?: string;
  show?: 'compare' | 'publish';
  /** The other proposal that it is compared with. */
  with?: string;
}

const completion = createRoute({
  getParentRoute: () => inside,
  path: '/reports/completion',
  validateSearch: (search): { by: 'cohort' | 'unit'; courseId?: string; cohortId?: string; orgUnitId?: string } => ({
    by: oneOf(['cohort', 'unit'], search.by) ?? 'cohort',
    courseId: text(search.courseId),
    cohortId: text(search.cohortId),
    orgUnitId: text(search.orgUnitId),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => need('GET /reports/completion', { query: deps }),
  component: lazyRouteComponent(() => import('./admin/completion.js'), 'Completion'),
});

/** Any other address; within the navigation, so that one finds back. */
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

const routeTree = root.addChildren([
  signIn,
  oneTimeLink,
  answer,
  unsubscribe,
  inside.addChildren([
    home,
    catalogue,
    coursePage,
    cohort.addChildren([
      cohortSpace.addChildren([weeks, cohortSchedule, discussion, assignments, cohortPeople]),
      newThread,
      player,
    ]),
    thread,
    assignment,
    mirror,
    gallery,
    review,
    calendar,
    session,
    roster,
    notifications,
    notificationSettings,
    profile,
    studio,
    courseEditor,
    imports,
    oneImport,
    runs,
    planCohort,
    cockpit,
    round,
    submission,
    users,
    orgUnits,
    rooms,
    trainers,
    mails,
    jobs,
    planner,
    proposal,
    completion,
    elsewhere,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  // The query cache decides what is fresh.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingMinMs: 300,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Trouble,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
