/** One item as one learner sees it. */
export interface LearnersItem {
  enrolmentId: string;
  itemId: string;
}

/** Tells what learners have done; the rung that owns progress provides it, as it stands above this one. */
export abstract class DoneItems {
  /** Which of these are done, as `doneKey`s. */
  abstract among(items: readonly LearnersItem[]): Promise<ReadonlySet<string>>;
}

/** One text for one item of one learner. */
export function doneKey({ enrolmentId, itemId }: LearnersItem): string {
  return `${enrolmentId} ${itemId}`;
}
