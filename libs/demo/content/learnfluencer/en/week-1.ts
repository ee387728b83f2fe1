import type { AuthoredModule } from '../../course-type.js';
import { kickOff } from '../sessions.js';
import { map } from './tasks.js';

export const week1: AuthoredModule = {
  title: 'Why leaders should be seen learning',
  summary:
    'Your team learns from you every day, whether you mean it to or not. This week you take a look at what it is picking up, and decide what you would like it to see.',
  objectives: [
    'You can say in two sentences what a learnfluencer does, and what one does not do.',
    'You can explain where 70-20-10 comes from and where the rule of thumb stops being useful.',
    'You know where learning really happens in your team, and where your example counts most.',
  ],
  highlights:
    'How does your team learn when there is no course on? We begin by drawing a map of it, and at least one corner will surprise you.',
  items: [
    {
      kind: 'session',
      title: 'Live: kick-off with your group',
      minutes: 60,
      required: true,
      session: kickOff,
      markdown: `An hour in a room at your own site, with the people you’ll be walking through the next six weeks with.

| Minute | What happens |
| --- | --- |
| 0–15 | Arriving: when did somebody last notice that you were learning something? |
| 15–35 | In pairs: what should be different in your team six weeks from now? |
| 35–50 | How we work: rhythm, hand-ins, and what stays in the group |
| 50–60 | Your first small try, this very week |

**Please bring** a pen, and one question you don’t have an answer to yourself.
`,
    },
    {
      kind: 'page',
      title: 'What a learnfluencer does, and what one doesn’t',
      minutes: 8,
      required: true,
      markdown: `It is ten to eight on a Monday in Leeds. Priya, who runs field service, is standing by the vans with a mug of tea. “Quick one before you go,” she says. “On Friday I gave up on the new commissioning app twice. Callum showed me what I was missing. I’m trying it on my own today, and I’ll tell you at lunch whether I got anywhere.”

It took her less than a minute. No one booked a course, no one filled in a form. And yet her engineers learned four things: the boss is still learning, she asks people who report to her, she can name a mistake without squirming, and she will come back to it.

That is all we mean by **learnfluencer**: a manager who learns in the open and, by doing so, makes learning a normal part of the job. The word is tongue in cheek. The idea isn’t.

## Three things a learnfluencer does

1. **Shows their own learning**, including the bits that aren’t finished.
2. **Makes room** for other people’s: time, occasions, conversations.
3. **Asks about it**, out of interest rather than to check up. “What did you try? What turned out differently?”

## And what one doesn’t do

| A learnfluencer … | … is not |
| --- | --- |
| talks about something they tried | a megaphone, forwarding articles they haven’t read |
| asks what somebody needs | an inspector, counting ticked-off courses |
| admits to not knowing | a performer, turning every weakness into a tale of triumph |
| creates opportunities | a substitute for specialists, mentors or the learning team |

The third line is the slippery one. “I learned so much the year I saved the Bradford contract” isn’t a learning story, it’s a trophy. You can recognise a real one because it is slightly uncomfortable to tell, yet nobody listening has to feel sorry for you.

## Do I have to be an extrovert?

Not at all. Henrik, who heads the test lab in Leipzig, dislikes speaking in front of people. So every Friday he adds three lines to the bottom of the test report that everyone reads anyway: what he wanted to find out, what he tried, what is still open. These days other people add theirs underneath.

You don’t need a stage, then. You need **a place your team already passes**, and the nerve to leave a sentence unfinished there. The next six weeks are about finding both.

## Before you read on

Take a minute with these, on paper if you like:

- When did your team last hear you say that you didn’t know something?
- Who on your team have you learned from in the past month? Do they know?
- Where is your own “bottom of the test report”?
`,
    },
    {
      kind: 'video',
      title: 'Carol Dweck: the power of “yet”',
      minutes: 11,
      required: true,
      url: 'https://www.ted.com/talks/carol_dweck_the_power_of_believing_that_you_can_improve',
      caption:
        'Carol Dweck on what changes when “I can’t do this” becomes “I can’t do this yet”. One thing to keep in mind as you watch: later and larger studies found smaller effects than people had hoped for. A mindset doesn’t replace time to learn, but without it the time tends to go to waste.',
    },
    {
      kind: 'page',
      title: '70-20-10: a rule of thumb, properly read',
      minutes: 8,
      required: true,
      markdown: `You have probably met the numbers: we learn 70 per cent on the job, 20 per cent from other people and 10 per cent from courses. They are usually served with a pie chart. It’s worth knowing where they came from.

## Where the numbers came from

In the 1980s, researchers at the Center for Creative Leadership in the United States asked successful executives which events had shaped them most. Most described a difficult assignment, some described another person, and only a few described a course. Michael Lombardo and Robert Eichinger later rounded this off to 70, 20 and 10.

Which means:

- It was **a survey of managers looking back**, not a measurement of anyone’s learning.
- It describes **people with some experience**. If tomorrow is your first day on refrigerant circuits, you need proper instruction first, and a formative experience later.
- The figures are **suspiciously round**. As a law of nature they are useless. As a reminder they do rather well.

## What it is good for

The reminder is this: a course is hardly ever the end of learning, and mostly just the start. What happens afterwards, in the work and in conversation, decides whether any of it stays. And most of that lies in your hands rather than the training provider’s.

| Share | What belongs there | Where you come in |
| --- | --- | --- |
| “70”: the work itself | new tasks, standing in for someone, mistakes, projects | Who gets which job? Are there ten minutes afterwards to look back? |
| “20”: other people | feedback, watching, asking, learning circles | Who works next to whom? Is asking welcome here? |
| “10”: courses and books | seminars, online modules, safety training | Who gets to go? What was agreed before, and what after? |

## An example from the Leipzig hotline

Deniz sends one of his team on a course about the new controls. In the past he would ask on her return: “How was it?” “Fine.” And that was that.

Now he builds a frame around the ten per cent:

> **A week before:** “Which three questions from callers would you like to be able to answer yourself afterwards?”
>
> **The day after:** “Could you take the calls about the new controls this week? Aylin will sit next to you in case you get stuck.”
>
> **Two weeks on:** “On Wednesday, would you show us the one thing we should all know?”

It is the same course. What has been added is a task, a person and a date. There is no more to 70-20-10 than that, and it’s plenty.

## To take away

Whenever you approve a piece of training, ask: **which task, which person and which date go with it?** If one of the three is missing, the planning isn’t finished.
`,
    },
    {
      kind: 'page',
      title: 'What your team reads off you',
      minutes: 8,
      required: true,
      markdown: `People learn by watching. The psychologist Albert Bandura showed as much in the 1960s: we copy what others do, particularly those we see as successful, as powerful, or as similar to ourselves. As a manager you are almost certainly at least one of those.

Here’s the awkward part. Your team won’t copy what you **say** about learning. It will copy what it sees you **do**.

## Four scenes, two messages

| Scene | Message A | Message B |
| --- | --- | --- |
| Someone asks you something you don’t know. | “Let’s park that.” (Never heard of again.) → *Hide what you don’t know.* | “No idea. Who does? If nobody, I’ll find out by Thursday.” → *Not knowing is where you start.* |
| You are taking an online course. | E-mail on the side, camera off → *Courses are for sitting through.* | A note on the door: “Learning until ten.” → *Learning is work.* |
| Something goes wrong. | “Who did that?” → *Take cover.* | “What did we see, and what did we miss?” → *It pays to speak up.* |
| The quarter gets tight. | The learning slot is the first thing to go. → *Learning is decoration.* | It shrinks to fifteen minutes and goes ahead. → *Learning is part of this.* |

The right-hand column takes hardly any time. What it takes is a decision at the right moment, and that moment is usually the one that suits you least.

## The smallest step: think out loud

You don’t have to start anything new. Just do out loud something you have so far been doing in your head. Three openings that work nearly everywhere:

- “I’ve changed my mind about this. I used to think …, now I think …, because …”
- “I had … show me this yesterday.”
- “I’m trying … this week. Tell me on Friday whether you notice.”

Look at the last half of that last sentence. It turns a good intention into an agreement and hands your team a part in it: they get to tell you whether it is working. For many, it’s their first chance to tell the boss anything of the kind, and nobody has had to use the word feedback.

## How open is open enough?

Learning in the open doesn’t mean telling everything. A line that holds up well:

- **Do share** what you’re working on, what you tried, what didn’t come off and what you’re making of it.
- **Don’t share** what embarrasses others, what is confidential, or what you are still too close to.
- **Ask first** if someone else features in your story. “Mind if I mention you showed me this?” Most people are pleased. Some would rather not.

## Check yourself

Run through last week and give yourself a mark for each of these:

- I said “I don’t know” in front of others.
- I asked someone in my team to explain something to me.
- After a mistake, I asked first and judged later.
- I stood up for learning time in the diary, mine or somebody else’s.

No marks at all? That’s not a disaster, it’s an honest start. You’ll count again in week 6.
`,
    },
    {
      kind: 'discussion',
      title: 'Who did you learn to learn from?',
      minutes: 10,
      required: true,
      markdown: `Think of a manager, a mentor or a colleague from whom you picked something up **just by watching**, something you still do today.

In three to five sentences:

1. What exactly did you see them do?
2. Which part of it did you make your own?
3. Did they know you were learning from them?

Then read two posts by others and ask one of them: “What did that look like?” Feel free to leave out names.
`,
    },
    {
      kind: 'assignment',
      title: 'A learning map of your team',
      minutes: 20,
      required: true,
      assignment: map,
      markdown: `Draw a map of where your team **really** learns. Not the training plan: ordinary days. A photo of a sheet of paper is fine.

**How to go about it**

1. Note five to eight situations from the past four weeks after which somebody could do more than before. Handovers count, and breakdowns, and chats in the canteen, and search engines, and the one colleague everyone rings.
2. Mark each one: *the work itself*, *other people* or *a course*.
3. Draw an eye wherever you, as a manager, can be seen, and a question mark wherever learning hangs on a single person.
4. Ask two people in your team what is missing. This is the step that matters most.

**Hand in** the picture and three sentences: What surprised you? Where could your example make a difference? What did your two colleagues add?

The map shows situations, not verdicts on people. Anyone named on it knows about it.
`,
    },
  ],
};
