import type { AssignmentDesign, SessionDemand } from '@kohorte/rules';

/** A course as its author wrote it, before it becomes a draft with ids and positions. */
export interface AuthoredCourse {
  slug: string;
  language: 'de' | 'en';
  title: string;
  /** Markdown, one or two paragraphs. */
  summary: string;
  audience: string;
  /** What a learner should plan for in a usual week. */
  workloadMinutesPerWeek: number;
  modules: AuthoredModule[];
}

export interface AuthoredModule {
  title: string;
  summary: string;
  objectives: string[];
  /** One or two sentences for the message that tells people the module is open. */
  highlights: string;
  items: AuthoredItem[];
}

export type AuthoredItem = { title: string; minutes: number; required: boolean } & (
  | { kind: 'page'; markdown: string }
  | { kind: 'video'; url: string; caption: string }
  | { kind: 'link'; url: string; note: string }
  | { kind: 'discussion'; markdown: string }
  | { kind: 'assignment'; markdown: string; assignment?: AssignmentDesign }
  | { kind: 'session'; markdown: string; session: SessionDemand }
);
