/** What a person may be besides a learner; everybody is a learner, and who manages follows from the org tree. */
export type Role = 'trainer' | 'admin';

/** The person behind a request. `null` stands for nobody: not signed in. */
export interface Actor {
  userId: string;
  roles: readonly Role[];
  /** Org units at whose head this person stands. */
  manages: readonly string[];
}

/** How an actor stands to the thing a request is about; what does not apply is left out. */
export interface Standing {
  /** Is one of the course's authors. */
  authorsCourse?: boolean;
  /** Is one of the cohort's trainers. */
  trainsCohort?: boolean;
  /** The actor's own enrolment in the cohort. */
  enrolment?: 'requested' | 'waitlisted' | 'active' | 'completed' | 'withdrawn' | null;
  /** Was invited to the cohort by name. */
  invited?: boolean;
  /** How the cohort takes people in. */
  admission?: 'open' | 'approval' | 'invitation';
  /** The thread is one of a learning group, and the actor may read what is said there. */
  readsGroup?: boolean;
  /** Somebody has reported the post. */
  wasReported?: boolean;
  /** The thing belongs to the actor. */
  own?: boolean;
}

interface Sentence {
  /** The sentence as a person would say it; printed in OpenAPI and in the documentation. */
  says: string;
  /** What can be said from the actor alone, before anything is loaded. */
  who: (actor: Actor | null) => boolean;
  /** What is asked besides, once it is known how the actor stands to the thing. */
  standing?: (actor: Actor, standing: Standing) => boolean;
}

const isAdmin = (actor: Actor | null): boolean => actor?.roles.includes('admin') ?? false;
const isTrainer = (actor: Actor | null): boolean => actor?.roles.includes('trainer') ?? false;
const isSignedIn = (actor: Actor | null): boolean => actor !== null;
const isMember = ({ enrolment }: Standing): boolean => enrolment === 'active' || enrolment === 'completed';

/**
 * Who may do what, as sentences. Every endpoint of the catalogue names the one that guards it, and a test
 * walks all endpoints with all kinds of people and compares.
 */
export const sentences = {
  anyone: { says: 'Anyone, signed in or not.', who: () => true },
  'holds-the-link': { says: 'Whoever holds the secret link.', who: () => true },
  'signed-in': { says: 'Anyone who is signed in, about themselves or what is open to all.', who: isSignedIn },
  admins: { says: 'L&D admins.', who: isAdmin },
  'authors-courses': { says: 'Trainers and L&D admins.', who: (actor) => isTrainer(actor) || isAdmin(actor) },
  'edits-course': {
    says: "The course's own authors, and L&D admins.",
    who: (actor) => isTrainer(actor) || isAdmin(actor),
    standing: (actor, { authorsCourse }) => isAdmin(actor) || authorsCourse === true,
  },
  'own-import': {
    says: 'Whoever started the import, and L&D admins.',
    who: (actor) => isTrainer(actor) || isAdmin(actor),
    standing: (actor, { own }) => isAdmin(actor) || own === true,
  },
  'plans-cohorts': {
    says: 'L&D admins, and trainers for courses they author.',
    who: (actor) => isTrainer(actor) || isAdmin(actor),
    standing: (actor, { authorsCourse }) => isAdmin(actor) || authorsCourse === true,
  },
  'runs-cohort': {
    says: "The cohort's own trainers, and L&D admins.",
    who: (actor) => isTrainer(actor) || isAdmin(actor),
    standing: (actor, { trainsCohort }) => isAdmin(actor) || trainsCohort === true,
  },
  'sees-cohort': {
    says: 'Anyone who is signed in; a cohort by invitation only those invited, its people and its trainers, and L&D admins.',
    who: isSignedIn,
    standing: (actor, s) =>
      isAdmin(actor) ||
      s.trainsCohort === true ||
      s.admission !== 'invitation' ||
      s.invited === true ||
      s.enrolment != null,
  },
  'reads-cohort': {
    says: 'Active and completed members of the cohort, its trainers, and L&D admins.',
    who: isSignedIn,
    standing: (actor, s) => isAdmin(actor) || s.trainsCohort === true || isMember(s),
  },
  'learns-in-cohort': {
    says: 'Active and completed members of the cohort.',
    who: isSignedIn,
    standing: (_actor, s) => isMember(s),
  },
  'reads-thread': {
    says: 'Active and completed members of the cohort, its trainers, and L&D admins; in a learning group its members, and those who run the cohort where it says so.',
    who: isSignedIn,
    standing: (actor, s) => (isAdmin(actor) || s.trainsCohort === true || isMember(s)) && s.readsGroup !== false,
  },
  'writes-post': {
    says: 'Whoever wrote the post, while they may read its thread.',
    who: isSignedIn,
    standing: (_actor, { own }) => own === true,
  },
  'moderates-thread': {
    says: "The cohort's own trainers, and L&D admins; in a learning group only where the cohort lets them look in.",
    who: (actor) => isTrainer(actor) || isAdmin(actor),
    standing: (actor, s) => (isAdmin(actor) || s.trainsCohort === true) && s.readsGroup !== false,
  },
  'decides-reports': {
    says: "The cohort's own trainers, and L&D admins; in a learning group into which the cohort does not let them look only about a post that was reported.",
    who: (actor) => isTrainer(actor) || isAdmin(actor),
    standing: (actor, s) =>
      (isAdmin(actor) || s.trainsCohort === true) && (s.readsGroup !== false || s.wasReported === true),
  },
  'own-upload': {
    says: 'Whoever began the upload.',
    who: isSignedIn,
    standing: (_actor, { own }) => own === true,
  },
  'authors-submission': {
    says: 'The authors of the submission.',
    who: isSignedIn,
    standing: (_actor, { own }) => own === true,
  },
  'sees-work': {
    says: "A submission's authors and reviewers, the cohort's trainers, L&D admins, and the cohort where it is in the gallery.",
    who: isSignedIn,
    standing: (actor, { own, trainsCohort }) => isAdmin(actor) || trainsCohort === true || own === true,
  },
  'gives-review': {
    says: 'Whoever was given the review.',
    who: isSignedIn,
    standing: (_actor, { own }) => own === true,
  },
  'receives-review': {
    says: 'The authors of the work, once grades are shown.',
    who: isSignedIn,
    standing: (_actor, { own }) => own === true,
  },
  'sees-completion': {
    says: 'L&D admins for all; managers for the units they head and those below, in groups of five or more.',
    who: (actor) => isAdmin(actor) || (actor?.manages.length ?? 0) > 0,
  },
} as const satisfies Record<string, Sentence>;

/** The name of an access sentence. */
export type SentenceName = keyof typeof sentences;

/** Whether the actor could be allowed at all; asked before anything is loaded. */
export function mayEver(name: SentenceName, actor: Actor | null): boolean {
  return sentences[name].who(actor);
}

/** Whether the actor, standing as given to the thing, may. */
export function may(name: SentenceName, actor: Actor | null, standing: Standing = {}): boolean {
  const sentence: Sentence = sentences[name];
  if (!sentence.who(actor)) return false;
  if (!sentence.standing) return true;
  return actor !== null && sentence.standing(actor, standing);
}

/** Groups of people smaller than this are never shown as figures to a manager. */
export const smallestShownGroup = 5;
