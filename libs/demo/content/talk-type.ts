/** Who speaks: whoever tries the demo, who runs the cohort, or the n-th of the others, from 0. */
export type Voice = 'account' | 'trainer' | number;

/** What people of one language say in their cohort. `{trainer}`, `{account}` and `{0}` in a text name that person. */
export interface AuthoredTalk {
  guidelines: string;
  /** What learning groups are asked, week by week. */
  prompts: readonly string[];
  announcements: readonly AuthoredAnnouncement[];
  threads: readonly AuthoredThread[];
  /** What is said to the prompts in the group of whoever tries the demo; voices count the others of that group. */
  inGroup: readonly AuthoredAnswer[];
}

export interface AuthoredAnnouncement {
  /** Days since the first module has opened; so everywhere here. */
  day: number;
  title: string;
  text: string;
}

export interface AuthoredThread {
  kind: 'question' | 'discussion';
  title: string;
  /** Its week and the item's place in it, from 1; left out: it is about no item. */
  item?: readonly [week: number, place: number];
  /** In the item's video. */
  atSecond?: number;
  anonymous?: true;
  /** How many have the same question. */
  same?: number;
  /** The first opens it. */
  posts: readonly AuthoredPost[];
}

export interface AuthoredPost {
  day: number;
  by: Voice;
  text: string;
  /** The place of the post it replies to, from 1. */
  to?: number;
  /** How many find it helpful. */
  helpful?: number;
  /** By who asked. */
  accepted?: true;
  /** By the trainer. */
  endorsed?: true;
  reported?: { by: Voice; kind: 'spam' | 'off-topic'; note: string };
}

export interface AuthoredAnswer {
  day: number;
  week: number;
  by: 'account' | number;
  text: string;
}
