import type german from '../de/peer-review.js';
import type { SameKeysAs } from '../shape.js';
import { result } from './peer-review/result.js';
import { review } from './peer-review/review.js';
import { write } from './peer-review/write.js';

const peerReview: SameKeysAs<typeof german> = {
  assignments: {
    title: 'Assignments',
    none: 'No assignment open yet',
    noneText:
      'As soon as a week with an assignment opens it appears here: by when you hand in, how many pieces of work you review, and what came of it.',
  },
  state: {
    none: 'not begun yet',
    missed: 'nothing handed in',
    draft: 'draft, not handed in yet',
    'handed-in': 'handed in',
    late: 'handed in late',
  },
  phase: {
    opens: 'Opens {{at}} ({{away}})',
    due: 'Due {{at}} ({{away}})',
    late: 'Late work is taken until {{at}} ({{away}})',
    reviewsFrom: 'Reviews begin {{at}} ({{away}})',
    reviewing: 'Review until {{at}} ({{away}})',
    grading: 'Results from {{at}} ({{away}})',
    published: 'Results since {{on}}',
    extended: 'you have more time',
  },
  steps: {
    label: 'Steps of the assignment',
    write: 'Write',
    handIn: 'Hand in',
    review: 'Review',
    result: 'Result',
    from: 'from {{at}}',
    until: 'until {{at}}',
    is: { done: 'done', missed: 'over' },
  },
  standing: {
    handedIn_one: 'Your work is handed in. From {{at}} ({{away}}) you review one piece of work from your cohort.',
    handedIn_other:
      'Your work is handed in. From {{at}} ({{away}}) you review {{count}} pieces of work from your cohort.',
    handedInOnly: 'Your work is handed in. You will see your result from {{at}} ({{away}}).',
    handedInReview_one: 'Your work is handed in. Now you review one piece of work from your cohort.',
    handedInReview_other: 'Your work is handed in. Now you review {{count}} pieces of work from your cohort.',
    reviewing_one: 'One review is still missing, until {{at}} ({{away}}).',
    reviewing_other: '{{count}} reviews are still missing, until {{at}} ({{away}}).',
    waiting: 'All done. Others are still reviewing; you will see your result from {{at}} ({{away}}).',
    grading: 'The reviews are complete. You will see your result from {{at}} ({{away}}).',
    closed: 'Submissions have been closed since {{at}}.',
    closedDraft:
      'Your draft is kept. Talk to your trainer if you would still like to hand it in: they can give you more time.',
    closedNothing:
      'You have not handed in anything. Talk to your trainer if you would like to catch up: they can give you more time.',
    lookingIn: 'You see the assignment as learners see it.',
    run: 'Run the assignment',
  },
  work: { empty: 'There is nothing here.' },
  instructions: 'Assignment',
  rubric: {
    title_one: 'How it is reviewed: {{count}} criterion',
    title_other: 'How it is reviewed: {{count}} criteria',
    text: 'This is what everybody looks at who reviews your work.',
    weight: 'counts {{percent}}',
    points_one: '{{count}} point',
    points_other: '{{count}} points',
  },
  ...write,
  ...review,
  ...result,
};

export default peerReview;
