import type { AuthoredModule } from '../../course-type.js';
import { firstOnline } from '../sessions.js';
import { goal } from './tasks.js';

export const week2: AuthoredModule = {
  title: 'Showing your own learning',
  summary:
    'You choose a learning goal that you actually care about and put it where your team is looking anyway. Small, honest, and made to survive a busy week.',
  objectives: [
    'You can put a learning goal into one sentence that others can pass on.',
    'You know the idea behind Working Out Loud and have found a form of it that suits you.',
    'By Friday your team knows what you are learning and how it would be able to tell.',
  ],
  highlights:
    'This week gets personal: you pick a learning goal of your own and tell your team about it. The second text shows how to do that in ten minutes and without cringing.',
  items: [
    {
      kind: 'page',
      title: 'A learning goal worth telling',
      minutes: 9,
      required: true,
      markdown: `“I want to improve my communication.” Plenty of learning goals begin like that, and end like that too: nobody objects, and nobody ever notices a difference. A good learning goal isn’t a statement of intent. It is **a story with an open ending**, and the people around you would like to know how it turns out.

## From a wish to a goal in four questions

| Question | Priya’s answer |
| --- | --- |
| What is bugging or tempting me right now, really? | After the morning briefing I never know whether everyone has understood what happens next. |
| What would I **do** differently? | Instead of “All clear?”, I’d ask someone to say it back in their own words. |
| How would other people notice? | Fewer calls from the road in the afternoon, and I’m not the only one talking. |
| When will I look? | Every Friday for four weeks. |

Which comes down to one sentence: **“By the end of the month I want to learn to close our briefings so that everyone knows their next step. You’ll notice because I’ll be talking less.”**

There’s no metric in it, and you can still tell whether it’s happening. That is enough for a learning goal. Turn every intention into a number and what you mostly learn is how to feed the number.

## Learning goal or performance goal?

It sounds like hair-splitting, but it matters. A **performance goal** says what should come out: “Cut complaints by ten per cent.” A **learning goal** says what you want to be able to do to get there: “Learn to read complaints so that we find the cause, and not just the culprit.”

For work you have already mastered, ambitious performance goals help. With work that is new and tangled they tend to narrow your view: you reach for what you know, since there is no slack for experiments. When you’re the one learning, you need slack. So choose a learning goal.

## Test your sentence

- **Yours?** Would you do it even if nobody asked?
- **Small?** Could you make a first attempt this week?
- **Visible?** Could others notice a difference?
- **Tellable?** Would your team understand it without a footnote?
- **Uncertain?** Could it go wrong? If not, it’s a task, not a learning goal.

Four out of five will do.

## Examples to steal

- “I’m learning to speak last in meetings. Knock on the table when I forget.”
- “I’m learning to build my spreadsheet so that someone else can read it. Marek tests it at the end of the month.”
- “I’m learning enough German to follow the Tuesday call. Correct me, please, even when you’re being polite.”
- “I’m learning to say no without offering a way round it in the same breath.”

None of these makes you smaller. They make you easier to talk to.
`,
    },
    {
      kind: 'page',
      title: 'Working Out Loud in ten minutes a week',
      minutes: 9,
      required: true,
      markdown: `Working Out Loud means making your work visible while it is still in progress. Bryce Williams coined the term and John Stepper made it widely known. In his version, small groups meet over several weeks, each person with a goal of their own. You may well enjoy such a circle. You can also begin with something much smaller.

## The ten-minute version

Choose a fixed time and a fixed place. Then answer three questions, one sentence each:

1. **What am I working on?** What did I want to learn this week?
2. **What happened?** What did I try, and what turned out differently?
3. **What am I missing?** A question, a request, a hint that somebody might have.

It is the third that separates learning from advertising. Report something and you’ll get applause. Ask something and you’ll get answers.

## Three versions already in use here

**The Friday message (Priya, field service, Leeds).** Four lines in the team chat, always in the same order:

> Learned this week: fault code 41 is hardly ever the sensor.
>
> Tried: asking about the last filter change first. Worked in four calls out of six.
>
> Still open: what do we say when the filter is out of warranty?
>
> Thanks to: Callum, for sharing his checklist.

**The board (Katrin, heat pump assembly, Leipzig).** The top right corner of the shift board is a box headed “Katrin is learning”. Every Monday it holds a new sentence. The box beside it is empty and belongs to everyone else.

**The margin (Henrik, test lab).** Three lines below each test report. No new tool, no new meeting.

## What spoils it

| Trap | Better |
| --- | --- |
| Everything reads like a success. | Every other message has something in it that didn’t work. |
| You post daily for a fortnight and then never again. | Once a week at the same time, one sentence if need be. |
| You ask everyone to join in at once. | Do it alone for four weeks, and be glad of the first person who follows. |
| No one reacts, so you stop. | Ask one person directly: “You know about this. What am I overlooking?” |
| Someone starts a tally of who shares how often. | Never count. Those who don’t share owe nobody a reason. |

## “What if it’s held against me?”

A fair worry. Raise it with your own manager before you start, along these lines:

> “Over the next few weeks I’m going to show my team what I’m learning, including what doesn’t work. I’d like you to know, and to have my back. Are you all right with that?”

The answer is usually yes. And sometimes it comes with a line that is worth even more: “Can I join in?”
`,
    },
    {
      kind: 'link',
      title: 'Further reading: Working Out Loud',
      minutes: 10,
      required: false,
      url: 'https://workingoutloud.com',
      note: 'John Stepper’s own site, with the idea, guides for circles and examples from companies. Ten minutes of browsing is all you need for this course.',
    },
    {
      kind: 'discussion',
      title: 'Your first sentence',
      minutes: 10,
      required: true,
      markdown: `Post your learning goal here **before** it is finished. Rough drafts are exactly what we’re after.

Then reply to two others, using nothing but one of these questions:

- “If I were in your team, how would I notice?”
- “What would be an attempt you could make this week?”
- “What makes this matter to you?”

No advice, please. It’s harder than it looks, and good practice for week 4.
`,
    },
    {
      kind: 'assignment',
      title: 'Write your learning goal and let it be seen',
      minutes: 25,
      required: true,
      assignment: goal,
      markdown: `Time to move from reading to showing.

1. **Rework your sentence** with the questions you were asked in the discussion. Hold it against the five tests from the first text.
2. **Choose your place**: a board, the chat, the foot of a report, the first two minutes of your team meeting. All that matters is that your team passes there anyway.
3. **Show it.** The goal, your first attempt, and one request.
4. **Watch** what happens. Silence is a result too.

**Hand in** no more than a page:

- your sentence,
- where you showed it, and in which words,
- how your team responded,
- what you’ll do differently next time.

Three people from your cohort will read it. They look at whether the goal can be retold and whether there’s a real request in it, not at how brave you were.
`,
    },
    {
      kind: 'session',
      title: 'Live: sharpening your learning goals',
      minutes: 45,
      required: true,
      session: firstOnline,
      markdown: `Three quarters of an hour, online. Camera on if you can; breakfast welcome.

| Minute | What happens |
| --- | --- |
| 0–5 | Arriving: one word on your first try |
| 5–35 | In threes: each person reads their sentence aloud, the others ask until it can be told |
| 35–45 | Together: which question moved things most? |

**Please bring** your learning-goal sentence, however rough it is.
`,
    },
  ],
};
