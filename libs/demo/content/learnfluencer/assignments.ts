import type { AssignmentDesign } from '@kohorte/rules';
import { asking } from '../rubric.js';

type Asked = Pick<AssignmentDesign, 'rubric'> & Partial<Pick<AssignmentDesign, 'examples' | 'template'>>;

const { handIn, reviews, grading } = asking({ rubric: [] });

/** A picture and a few sentences; graded before the next module but one. */
export const learningMap = (said: Asked): AssignmentDesign =>
  asking({
    handIn: { ...handIn, files: 2, fileMegabytes: 10 },
    leastWords: 30,
    reviews: { ...reviews, days: 5 },
    grading: { ...grading, reviewingShare: 10, publishAfterHours: 24 },
    ...said,
  });

/** With examples to practise on, as it is where reviewers find it hardest to agree. */
export const learningGoal = (said: Asked): AssignmentDesign =>
  asking({ leastWords: 60, mostWords: 500, grading: { ...grading, reviewingShare: 10 }, ...said });

export const conversation = (said: Asked): AssignmentDesign => asking({ leastWords: 100, mostWords: 500, ...said });

/** Here people help each other on, and know with whom they speak. */
export const format = (said: Asked): AssignmentDesign =>
  asking({
    handIn: { ...handIn, link: true, files: 2, fileMegabytes: 10 },
    anonymity: 'open',
    grading: { ...grading, method: 'mean' },
    ...said,
  });

export const plan90 = (said: Asked): AssignmentDesign => asking({ leastWords: 100, mostWords: 600, ...said });
