import type { AuthoredModule } from '../../course-type.js';
import { talk } from './tasks.js';

export const week3: AuthoredModule = {
  title: 'Giving feedback, and taking it',
  summary:
    'Without feedback, experience merely hardens into habit. You practise speaking so that people can use what you say, and listening so that they’ll say something again.',
  objectives: [
    'You can give feedback in four steps: knock, observe, name the effect, ask.',
    'You can take feedback without explaining yourself.',
    'You have prepared and held one conversation this week.',
  ],
  highlights:
    'This week is about feedback, in both directions. Put ten minutes in your diary today for the one conversation you want to have had by Friday.',
  items: [
    {
      kind: 'video',
      title: 'LeeAnn Renninger: great feedback in five minutes',
      minutes: 6,
      required: true,
      url: 'https://www.ted.com/talks/leeann_renninger_the_secret_to_giving_great_feedback',
      caption:
        'A short way in: four building blocks of feedback that lands. The text that follows puts them into our own working day.',
    },
    {
      kind: 'page',
      title: 'Knock, observe, name the effect, ask',
      minutes: 9,
      required: true,
      markdown: `Feedback doesn’t work by magic. In 1996 Avraham Kluger and Angelo DeNisi brought together several hundred results from earlier research. On average feedback helped, but in **more than a third of cases people did worse afterwards**, above all when attention shifted from the task to the person. “You’re unreliable” invites a defence. “The report came on Tuesday instead of Monday” invites a conversation.

## The four steps

1. **Knock.** A short question that allows for a no. “Have you got ten minutes? I noticed something at the handover.”
2. **Observe.** Say what a camera would have seen. One event, one moment, no adjectives.
3. **Name the effect**, on you, on the customer, on the work.
4. **Ask.** “How did you see it?” Then wait, for one breath longer than is comfortable.

## How it sounds

The situation: an experienced fitter has told a customer, in front of a new colleague, that “the lad” put the sensor in the wrong place.

> **You:** “Gareth, is now all right? It’s about the visit to Mrs Holroyd.”
>
> **Gareth:** “Go on.”
>
> **You:** “You told her the lad had put the sensor in wrong. Sanjay didn’t say another word for the rest of the visit, and Mrs Holroyd rang me to ask whether we’d sent qualified people. How did you see it?”
>
> **Gareth:** “Well, it *was* wrong.”
>
> **You:** “It was. What were you hoping for when you said it?”
>
> **Gareth:** “That she wouldn’t think I’d botched it.”
>
> **You:** “I get that. So how do we manage both: she trusts us, and Sanjay asks next time?”

Notice what you **didn’t** say. No “always”, no “unprofessional”, no “this mustn’t happen again”. And you took nothing back on the facts.

## Sharpening blunt words

| Blunt | Sharp |
| --- | --- |
| “You were very quiet in that meeting.” | “You didn’t mention the schedule yesterday. On the phone beforehand you’d had two concerns about it.” |
| “Great job!” | “You let her finish, then summed up what she’d said. After that she was calm.” |
| “This won’t do.” | “The outdoor temperature isn’t in the report. Without it we can’t compare the readings.” |

The middle row is there on purpose. **Praise deserves the four steps too.** If all I hear is that it was great, I have no idea what to do again.

## When not to

- **In front of others**, when it’s critical.
- **When you’re angry.** Sleep on it for a night, but not for a week.
- **In writing**, if tone matters. Text always sounds sterner than you meant.
- **As a sandwich** of praise, criticism and praise. People just wait for the “but”.
- **About what no one can change**: an accent, a voice, a height.

And if it’s serious enough to have consequences under employment law, it isn’t feedback any more. Talk to HR before you talk to the person.
`,
    },
    {
      kind: 'page',
      title: 'Taking feedback: the harder half',
      minutes: 8,
      required: true,
      markdown: `When a manager asks for feedback, the answer is nearly always the same: “All good.” That’s seldom the truth, and it always tells you something: *this feels too risky.* Whether it changes is settled in the thirty seconds after the first honest reply.

## Ask smaller

“Any feedback for me?” is an exam question, and nobody has revised. Better to ask something that can be answered in one sentence:

- “What is **one** thing I could have left out of the briefing today?”
- “On a scale of one to ten, how clear was what I asked for? What would have made it one point clearer?”
- “What do I do that makes work for you without my noticing?”
- “What should I definitely keep doing?”

Give notice as well (“I’d like to ask you one thing tomorrow”). People who have had time to think say more.

## The four sentences afterwards

1. **“Thank you.”** Full stop. Not “Thank you, but”.
2. **“Could you give me an example?”** Only if you truly haven’t understood, and only in a curious voice.
3. **“What I’ve heard is …”** Say it back in your own words.
4. **“I’ll think about it and tell you by Thursday what I’m going to do.”** And then you do tell them.

You don’t have to agree. You may decide that you see it differently. But not before Thursday.

## How to catch yourself defending

| You think or say … | What it really means | Try this instead |
| --- | --- | --- |
| “There was a reason for that.” | I want to be understood. | “Tell me more.” |
| “Nobody else has complained.” | I’m looking for allies. | “How did it come across to you?” |
| “Well, you the other day …” | I don’t want to be the only one at fault. | Say nothing, breathe out, take a note. |
| “That’s just how I am.” | Please stop asking. | “I haven’t got an answer to that yet.” |

There’s a simple trick: **write it down.** You can’t argue while you’re writing, and the other person can see that it counts.

## Deniz does it in public

Deniz asked his hotline team what he did that made work for them. The answer: “You send messages in the evening, and we never know if they can wait.” That Thursday he told everyone:

> “You’re right. From now on, anything I write in the evening can wait until noon the next day, and I’ll schedule it to go out at eight. If something’s on fire, I’ll ring. I’ll ask you again in four weeks.”

He did more for feedback that morning than any poster could. Somebody had said something, it had consequences, and the consequences were for the boss.

## House rule

Nobody owes you feedback. Anyone may say no, and needn’t explain. That’s what makes a yes worth having.
`,
    },
    {
      kind: 'link',
      title: 'Further reading: the Johari window',
      minutes: 7,
      required: false,
      url: 'https://en.wikipedia.org/wiki/Johari_window',
      note: 'Four panes for what you know about yourself and what others know about you. The “blind spot” is the reason why you have to ask for feedback instead of looking inward.',
    },
    {
      kind: 'discussion',
      title: 'The sentence you never forgot',
      minutes: 10,
      required: true,
      markdown: `Which piece of feedback from your working life can you still hear?

Tell us briefly:

- **What** was said, as close to the original as you can?
- Was it about the **task**, or about **you**?
- What did you **do differently** afterwards, if anything?

Then reply to one post by rewording the sentence. How would it have sounded as *observation, effect, question*? Please tell it in such a way that nobody who works here today can be recognised.
`,
    },
    {
      kind: 'assignment',
      title: 'Prepare a conversation, and have it',
      minutes: 30,
      required: true,
      assignment: talk,
      markdown: `Prepare **one** feedback conversation and hold it this week. Don’t choose a minefield. A piece of recognition that you’ve long meant to put into proper words is an excellent place to start.

**Prepare (10 minutes)**

| Step | My notes |
| --- | --- |
| Knock: when, where, in which words? | |
| Observation: what would a camera have seen? | |
| Effect: on whom or what? | |
| Question: which one, and can I bear the silence? | |

**Talk (10 minutes).** At the end, ask one of the small questions from the text on taking feedback.

**Look back (10 minutes).** Hand in half a page:

1. Which step came easily, and which didn’t?
2. What did you hear in answer to your question, and what will you do with it?
3. Which words will you use next time?

Write **nothing** that would identify the other person. This is about what you did, not about how they behave.
`,
    },
  ],
};
