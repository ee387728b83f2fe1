import type { NoticeKind } from '@kohorte/contracts';
import { writtenPlainly } from './plain-words.js';
import type { DigestKind, LetterGiven, Say, Words } from './saying.js';

/** The kinds of message that are about what is said in a cohort. */
export type PostKind = Extract<
  NoticeKind,
  | 'reply-written'
  | 'mentioned'
  | 'thread-post'
  | 'group-post'
  | 'answer-accepted'
  | 'post-hidden'
  | 'own-post-hidden'
  | 'announced'
  | 'groups-made'
>;

/** Says what in letters about threads; who writes anonymously is named to nobody, nor in any subject. */
export const postWords: Record<PostKind, (given: LetterGiven, said: Say) => Words> = {
  'reply-written': (g, { de }) => {
    const many = (g.posts ?? 1) > 1;
    return {
      subject: many
        ? de
          ? `${g.posts} neue Antworten: ${g.thread_title}`
          : `${g.posts} new replies: ${g.thread_title}`
        : de
          ? `${writer(g, de)} hat dir geantwortet: ${g.thread_title}`
          : `${writer(g, de)} has replied to you: ${g.thread_title}`,
      lines: [
        de
          ? `${writer(g, de)} hat dir in ${place(g, de)} geantwortet:`
          : `${writer(g, de)} has replied to you in ${place(g, de)}:`,
        quoted(g),
      ],
      button: postButton(g, de ? 'Antwort lesen' : 'Read the reply'),
    };
  },
  mentioned: (g, { de }) => ({
    subject: de
      ? `${writer(g, de)} hat dich erwähnt: ${g.thread_title}`
      : `${writer(g, de)} has mentioned you: ${g.thread_title}`,
    lines: [
      de
        ? `${writer(g, de)} hat dich in ${place(g, de)} erwähnt:`
        : `${writer(g, de)} has mentioned you in ${place(g, de)}:`,
      quoted(g),
    ],
    button: postButton(g, de ? 'Beitrag lesen' : 'Read the post'),
  }),
  'thread-post': (g, { de }) => ({
    subject: newPosts(g, de),
    lines: [
      de
        ? `in ${place(g, de)}, das du beobachtest, gibt es Neues.`
        : `there is something new in ${place(g, de)}, which you watch.`,
      g.posts === 1 ? signed(g, de) : null,
      g.posts === 1 ? quoted(g) : null,
    ],
    button: postButton(g, de ? 'Weiterlesen' : 'Read on'),
  }),
  'group-post': (g, { de }) => ({
    subject: newPosts(g, de),
    lines: [
      de
        ? `in deiner Lerngruppe „${g.group_name}“ gibt es Neues zu „${g.thread_title}“.`
        : `there is something new about “${g.thread_title}” in your learning group “${g.group_name}”.`,
      g.posts === 1 ? signed(g, de) : null,
      g.posts === 1 ? quoted(g) : null,
    ],
    button: postButton(g, de ? 'Weiterlesen' : 'Read on'),
  }),
  'answer-accepted': (g, { de }) => ({
    subject: de ? `Deine Antwort hat geholfen: ${g.thread_title}` : `Your answer has helped: ${g.thread_title}`,
    lines: [
      de
        ? `deine Antwort in ${place(g, de)} ist als Lösung markiert. Danke!`
        : `your answer in ${place(g, de)} was accepted. Thank you!`,
    ],
    button: postButton(g, de ? 'Ansehen' : 'See it'),
  }),
  'post-hidden': (g, { de }) => ({
    subject: de ? `Gemeldeter Beitrag: ${g.thread_title}` : `A post was reported: ${g.thread_title}`,
    lines: [
      de
        ? `ein Beitrag in ${place(g, de)} wurde mehrmals gemeldet und ist verborgen, bis du entschieden hast.`
        : `a post in ${place(g, de)} was reported several times and is hidden until you have decided.`,
    ],
    button: {
      label: de ? 'Ansehen und entscheiden' : 'Look and decide',
      path: `/runs/${g.cohort_id}?tab=discussion&part=reported`,
    },
  }),
  'own-post-hidden': (g, { de }) => ({
    subject: de ? `Dein Beitrag wird geprüft: ${g.thread_title}` : `Your post is being looked at: ${g.thread_title}`,
    lines: [
      de
        ? `dein Beitrag in ${place(g, de)} wurde gemeldet. Bis eine Trainerin oder ein Trainer ihn angesehen hat, sehen ihn andere nicht.`
        : `your post in ${place(g, de)} was reported. Until a trainer has looked at it, others do not see it.`,
    ],
    button: postButton(g, de ? 'Zum Beitrag' : 'Go to the post'),
  }),
  announced: (g, { de, course, cohort }) => ({
    subject: de ? `Ankündigung: ${g.thread_title}` : `Announcement: ${g.thread_title}`,
    lines: [
      de ? `in „${course}“ (${cohort}) wurde etwas angekündigt:` : `an announcement in “${course}” (${cohort}):`,
      quoted(g, 3_000),
    ],
    button: postButton(g, de ? 'In Kohorte lesen' : 'Read it in Kohorte'),
  }),
  'groups-made': (g, { de, course, cohort }) => ({
    subject: de ? `Deine Lerngruppe: ${g.group_name}` : `Your learning group: ${g.group_name}`,
    lines: [
      de
        ? `in „${course}“ (${cohort}) gehörst du jetzt zur Lerngruppe „${g.group_name}“. Ihr habt einen Bereich für euch.`
        : `in “${course}” (${cohort}) you are now in the learning group “${g.group_name}”. You have a space of your own.`,
    ],
    button: {
      label: de ? 'Zur Lerngruppe' : 'Go to the group',
      path: `/cohorts/${g.cohort_id}/discussion?group=${g.group_id}`,
    },
  }),
};

/** What a digest says of threads of which nobody was told by themselves. */
export const talkWords: Record<DigestKind, (given: LetterGiven, said: Say) => Words> = {
  'question-waits': (g, { de }) => ({
    subject: `${g.thread_title}`,
    lines: [],
    button: postButton(g, de ? 'Antworten' : 'Answer'),
  }),
  'thread-active': (g, { de }) => ({
    subject: newPosts(g, de),
    lines: [],
    button: postButton(g, de ? 'Lesen' : 'Read'),
  }),
};

/** Where a thread is read, at one of its posts. */
export function postPath({ thread_id, post_number }: LetterGiven): string {
  return `/threads/${thread_id}${post_number ? `?post=${post_number}` : ''}`;
}

function newPosts({ posts, thread_title }: LetterGiven, de: boolean): string {
  if ((posts ?? 1) <= 1) return de ? `Neuer Beitrag: ${thread_title}` : `New post: ${thread_title}`;
  return de ? `${posts} neue Beiträge: ${thread_title}` : `${posts} new posts: ${thread_title}`;
}

function writer({ writer_name }: LetterGiven, de: boolean): string {
  return writer_name ?? (de ? 'Jemand' : 'Somebody');
}

function signed(given: LetterGiven, de: boolean): string {
  return de ? `${writer(given, de)} schreibt:` : `${writer(given, de)} writes:`;
}

function quoted({ post_text }: LetterGiven, most = 1_200): string | null {
  return post_text && writtenPlainly(post_text, most);
}

function place({ thread_title, course_title, cohort_name }: LetterGiven, de: boolean): string {
  return de
    ? `„${thread_title}“ („${course_title}“, ${cohort_name})`
    : `“${thread_title}” (“${course_title}”, ${cohort_name})`;
}

function postButton(given: LetterGiven, label: string): Words['button'] {
  return { label, path: postPath(given) };
}
