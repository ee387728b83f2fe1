/** Work that the demo's people hand in for one task, put together from parts, and what others say to it. */
export interface AuthoredWork {
  parts: WorkPart[];
  /** By criterion and level, in one or several wordings. */
  comments: Record<string, readonly (readonly string[])[]>;
  /** To end a review with. */
  overall: readonly string[];
}

export interface WorkPart {
  heading: string | null;
  /** The criterion that shows in this part, if one does. */
  criterionId: string | null;
  /** Each with the level that it deserves. */
  variants: readonly (readonly [level: number, text: string])[];
}

/** Everything that people of one language write around their assignments, week by week. */
export interface AuthoredWorks {
  weeks: readonly AuthoredWork[];
  appeal: string;
  flag: string;
  /** An author's answer to a review. */
  answer: string;
}
