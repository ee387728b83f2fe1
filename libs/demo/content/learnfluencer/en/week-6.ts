import type { AuthoredModule } from '../../course-type.js';
import { closing } from '../sessions.js';
import { plan } from './tasks.js';

export const week6: AuthoredModule = {
  title: 'Keeping it up: from course to habit',
  summary:
    'The course ends, your working life doesn’t. You turn good intentions into a few firm habits, plan for the relapse while you’re at it, and look at what six weeks have changed.',
  objectives: [
    'You can anchor two habits with if-then plans.',
    'You can tell, without any league table, whether something is changing in your team.',
    'You have a plan for the next 90 days and somebody who will ask about it.',
  ],
  highlights:
    'The last week! Six weeks become two habits and a 90-day plan. We finish with a live session: bring a story that wouldn’t have happened without this course.',
  items: [
    {
      kind: 'page',
      title: 'If-then: how intentions turn into habits',
      minutes: 9,
      required: true,
      markdown: `“I want to ask more questions.” Three weeks from now you’ll have forgotten that sentence, and not because you’re lazy. Intentions seldom fail for lack of will. They fail because at the crucial moment nobody thinks of them.

## The if-then plan

The psychologist Peter Gollwitzer studied a remarkably simple remedy: tie the intention to a trigger. **If** situation X comes up, **then** I do Y. In many studies, people who made such plans carried out their intentions markedly more often than people who merely meant to. It’s the trigger that does the remembering, not your willpower.

| Intention | If-then plan |
| --- | --- |
| “I want to give more praise.” | **If** I’m shutting down my computer on a Friday, **then** I write to one person about something I noticed in their work this week. |
| “I want to give less advice.” | **If** someone’s at my door with a problem, **then** my first question is “What have you tried?” |
| “I want to learn in the open.” | **If** the Monday meeting starts, **then** I say in one sentence what I’m trying out this week. |
| “I want to protect learning time.” | **If** someone books over our learning hour, **then** I suggest another slot straight away. |

Good triggers are **events**, not times of day in an empty diary: a door, a sound, something your hands do anyway.

## How long does it take?

Twenty-one days, according to the internet. That one’s made up. In a London study by Phillippa Lally and colleagues it took a little over two months on average until a new behaviour came more or less by itself, with a range of **18 to 254 days**. Two of their findings are comforting: simple habits form faster, and missing a single day made hardly any difference.

For you that means two habits, not seven, and three months for both of them.

## Plan for the relapse

It will come, usually at the end of a quarter, after a holiday, or when someone is off sick. Write down now what you’ll do then:

> **If** I haven’t shared anything for a fortnight, **then** I write a single sentence: “It’s been hectic. I’m starting again.”

> **If** our learning session has been dropped twice, **then** I cut it to ten minutes instead of replanning it.

Nobody in your team will hold the gap against you. If anything, a boss who starts again after a break is a better example than one who never needed a break.

## Find a partner

Habits last better if somebody asks about them in a friendly way. Pair up with someone from your cohort: once a month, fifteen minutes, three questions.

1. What did you try?
2. What turned out differently?
3. What’s the next small step?

Put the first date in your diary before you read on.
`,
    },
    {
      kind: 'page',
      title: 'How to tell that something is changing',
      minutes: 8,
      required: true,
      markdown: `Sooner or later someone will ask: “So what has it achieved?” It’s tempting to reach for figures that are easy to get: courses completed, hours learned, clicks. They measure busyness, not change. And as soon as they are kept on individuals, they destroy the very trust you have spent six weeks building.

## Listen instead of counting

The most honest signs aren’t in any report. Listen for sentences nobody used to say:

- “Could you show me that again?”, from someone with twenty years’ experience.
- “I got something wrong there”, before anyone had noticed.
- “We solved that differently in Leeds. Shall I show you?”
- “Weren’t you going to speak last, boss?”

Write such sentences down, with a date and without a name. After three months you’ll have a collection that says more than any percentage.

## Three questions for your team

Ask them with everyone in the room, have people answer on cards, and read the cards together. No scales, no names.

1. What have you learned in the past three months that makes work easier?
2. Where would you have liked to ask, and didn’t?
3. As your manager, what should I keep doing, and what should I stop?

The second one takes the most courage. If nothing comes, ask yourself why. If a lot comes, say thank you and choose **one** thing to change at once.

## What you can report upwards

Your own manager may still want something to hold. You can manage that without putting anyone on show:

| Instead of … | rather report … |
| --- | --- |
| “87 per cent have completed the course.” | “Three people can explain the new controls now. It used to be one.” |
| “We did 42 hours of learning.” | “The handover takes twelve minutes instead of twenty since the late shift made its card.” |
| “The team is motivated.” | “Last month four improvements came out of the Tuesday round. Two are in place.” |

Report what didn’t work as well. Otherwise nobody will believe the rest.

## Count again

In week 1 you gave yourself up to four marks. Run through last week:

- I said “I don’t know” in front of others.
- I asked someone in my team to explain something to me.
- After a mistake, I asked first and judged later.
- I stood up for learning time in the diary, mine or somebody else’s.

Compare yourself with yourself and with nobody else. One mark more is a success. One honest mark fewer is a success too, because you looked.
`,
    },
    {
      kind: 'link',
      title: 'Further reading: the forgetting curve',
      minutes: 6,
      required: false,
      url: 'https://en.wikipedia.org/wiki/Forgetting_curve',
      note: 'Why most of it is gone within days, and what repeating it at growing intervals can do about that. A good reason to book the follow-up today.',
    },
    {
      kind: 'discussion',
      title: 'A story that wouldn’t exist without this course',
      minutes: 10,
      required: true,
      markdown: `Tell us **one** small story from the last six weeks. A scene, a sentence, an attempt that fell flat. It needn’t have a happy ending.

To get you going:

> “In week … I … for the first time. My team … I thought … Today I would …”

Read the others’ stories, and under one of them add **what you are taking from it**. That way every story goes home with at least one other person.
`,
    },
    {
      kind: 'assignment',
      title: 'Your 90-day plan',
      minutes: 20,
      required: true,
      assignment: plan,
      markdown: `One page, no more. Write it in such a way that you could show it to your team. Better still, do.

1. **My next learning goal** in one sentence (hold it against the five tests from week 2).
2. **Two habits** as if-then plans.
3. **A relapse plan:** If …, then this is how I start again: …
4. **Our format:** What carries on, who looks after it, when do we review it?
5. **My partner:** Who asks me, and when?
6. **How we’ll know in 90 days:** a sentence that might be said in the team by then.

Before you hand it in, put days 30, 60 and 90 in your diary, fifteen minutes each.

Whoever reads your plan answers two questions: What in it is small enough to be sure to happen? What is bigger than it looks?
`,
    },
    {
      kind: 'session',
      title: 'Live: closing and passing the baton',
      minutes: 30,
      required: true,
      session: closing,
      markdown: `Half an hour in which we don’t look back so much as pass things on.

| Minute | What happens |
| --- | --- |
| 0–10 | Three stories from the discussion, told by the people they happened to |
| 10–20 | In pairs: swap 90-day plans, ask one question, fix a first date |
| 20–28 | Passing the baton: everyone names a colleague who’d enjoy this course, and says why |
| 28–30 | The end, on time |

**Please bring** your plan, and one sentence that people in your team have started to say.

Anyone who likes stays on for a coffee. That counts as learning time, too.
`,
    },
  ],
};
