import type { AuthoredModule } from '../../course-type.js';
import { secondOnline } from '../sessions.js';

export const week4: AuthoredModule = {
  title: 'Coaching conversations about learning goals',
  summary:
    'Twenty minutes in which you mostly ask: that is how someone arrives at a learning goal that is truly theirs. You get to know a simple shape for the conversation and try it out live with others.',
  objectives: [
    'You can lead a conversation about a learning goal in four steps: goal, reality, options, next step.',
    'You can tell when a question helps and when a straight answer is fairer.',
    'You can end a conversation with an agreement that belongs to the other person.',
  ],
  highlights:
    'Less advice, better questions: this week you practise coaching conversations and finish with a live session in groups of three. Bring something real, ideally your goal from week 2.',
  items: [
    {
      kind: 'page',
      title: 'Questions, not advice: a shape in four steps',
      minutes: 9,
      required: true,
      markdown: `People who are good at their trade often become managers, and remain the best tradesperson in their own heads. Somebody turns up with a problem and the answer is out before they’ve sat down. It’s quick and well meant, and it comes at a price: mostly what the other person learns is to come and ask again.

A coaching conversation turns this round. You look after the **route**, they supply the **content**.

## The shape

The best-known framework is called GROW. It goes back to the 1980s, owes its fame largely to John Whitmore, and its four letters are easy to remember:

| Step | What it’s about | Questions that nearly always fit |
| --- | --- | --- |
| **Goal** | What should be different? | “What would you like to be able to do that you can’t do today?” “How would you know?” |
| **Reality** | How are things, honestly? | “What have you tried?” “Which part of it works already?” |
| **Options** | What could you do? | “What else?” “Who is good at this?” “What would you do if you didn’t have to please anybody?” |
| **Will** | What will you do, and by when? | “Where will you start?” “What might get in the way?” “What do you need from me?” |

Think of the order as a handrail rather than a track. Quite often it is only when talking about reality that people notice the goal is a different one. Then you just go back.

## Three signs of a good question

- **It’s short.** If you have to take a breath halfway through, it’s a speech.
- **It’s open.** “Have you talked to Marek?” is advice with a question mark on the end.
- **You don’t know the answer.** If you do, it’s a test.

The best question is often the shortest one: **“What else?”** People arrive with their first idea, and the second is the usual one. Thinking starts at the third.

## When not to ask

Coaching isn’t a higher form of management. At times, asking is simply unfair:

- **There’s a right answer, and you know it**: a safety rule, a legal requirement, the torque on a compressor bolt. Say it.
- **Somebody is new** and has nothing yet to draw on. Show them.
- **You’ve already decided.** Then don’t ask how they see it. Tell them, and ask what they need to make it work.
- **There’s no time.** “Here’s what we do now. On Thursday let’s take twenty minutes over it” is an honest thing to say.

Do say which hat you’re wearing: “Would you like my opinion, or someone to think with?” That one question prevents most of the misunderstandings.
`,
    },
    {
      kind: 'page',
      title: 'Twenty minutes, almost word for word',
      minutes: 10,
      required: true,
      markdown: `Callum has been a service engineer in Leeds for three years, and now and then a new starter rides along in his van. He has asked Priya for a chat. She has set aside twenty minutes, made two mugs of tea and shut the door. As you read, keep an eye on how little she says.

## Goal (4 minutes)

> **Priya:** “What should be different twenty minutes from now?”
>
> **Callum:** “I want to get better at explaining. They nod all day long, and then they ring me anyway.”
>
> **Priya:** “How would you know you’d got better?”
>
> **Callum:** “If they did the second job on their own. Not the first. The second.”

That last line is worth its weight in gold, and it isn’t Priya’s.

## Reality (5 minutes)

> **Priya:** “Tell me about the last time.”
>
> **Callum:** “With Zofia I went through everything. The whole unit, every exception. Took an hour.”
>
> **Priya:** “Which part of it worked?”
>
> **Callum:** “Hm. When she had the tools in her hands. But that was only the last ten minutes.”
>
> **Priya:** “Mm.” *(waits)*
>
> **Callum:** “Maybe she should have had them sooner.”

Priya had three tips ready at this point. She said “Mm”. That was the tip.

## Options (6 minutes)

> **Priya:** “What could you do differently?”
>
> **Callum:** “Start with a real fault. Or get them to guess first.”
>
> **Priya:** “What else?”
>
> **Callum:** “Three faults instead of twenty. And put the exceptions on a card.”
>
> **Priya:** “What else?”
>
> **Callum:** “Ride with Hannah for a day. Nobody ever has to ask her twice.”

## Will (5 minutes)

> **Priya:** “Where will you start?”
>
> **Callum:** “Kofi’s with me on Tuesday. Three faults, and he has the tools from the first minute.”
>
> **Priya:** “What might get in the way?”
>
> **Callum:** “A full day, and me losing patience.”
>
> **Priya:** “What would help?”
>
> **Callum:** “One job fewer on the sheet before noon.”
>
> **Priya:** “I’ll see to that. When shall we talk?”
>
> **Callum:** “Friday. Five minutes.”

## What Priya writes down afterwards

Only what Callum would be welcome to read: *Tue: take one morning job off Callum. Fri: five minutes.* No assessment, no score. The learning goal is Callum’s. He writes it down himself, and he decides who gets to see it.

## Worth copying

- The length was clear **beforehand**, and Priya kept an eye on it.
- She asked ten short questions and gave **no advice**.
- In the end **she** had a job to do as well. Leadership often shows in who clears the diary.
- The follow-up takes five minutes. Without it, this would have been a nice chat.
`,
    },
    {
      kind: 'page',
      title: 'When it sticks: five tricky moments',
      minutes: 8,
      required: true,
      markdown: `No conversation goes by the book. Here are five places where they tend to stick, and some lines that have helped.

## 1. “I haven’t got a learning goal.”

That’s hardly ever true, but the question was too big. Make it smaller:

> “What has taken up most of your time lately, though it really ought to be simple?”

> “What do people ask you for help with, and which part of that would you like to be better at?”

And if someone doesn’t want a goal just now, because the baby isn’t sleeping or the project is on fire, that’s a complete answer. Ask again in eight weeks.

## 2. “Just tell me what to learn.”

There’s often a worry behind it about choosing wrongly. Offer two things, and hand the choice back:

> “As I see it, next year we’ll need someone who can explain the new controls, and someone who can write tenders in German. Does either appeal? Or something else altogether?”

## 3. The goal turns into a wish list

“Then I’d need the course in Vienna, and a tablet, and …” Take it seriously, and sort it:

> “I’ve noted both. Which part could you try even if I can’t get anything signed off by Friday?”

## 4. It slides into appraisal

Either you drift there (“While we’re at it …”) or the other person is expecting you to. Keep the two visibly apart. A conversation about learning goals is **not** an appraisal, and nothing said in it turns up in one.

> “Today is only about what you’d like to learn. Your review is in the autumn, announced beforehand and by the rules that go with it.”

Then stick to that. A single breach is enough, and next time all you’ll hear is “All good”.

## 5. Nothing has happened

You meet again and it turns out that the step wasn’t taken. Resist the urge to tell them off.

| Instead of … | rather … |
| --- | --- |
| “Why didn’t you do it?” | “What came up?” |
| “You have to make the time.” | “Was the step too big, or not important enough?” |
| “Next week, then!” | “What would a fifteen-minute step look like?” |

Sometimes the answer is: “To be honest, I’ve gone off that goal.” Good. Cross it out together, and there’s space for a better one.

## For your pocket

- Who did more of the talking?
- Whose goal was it by the end?
- What did **I** take away to do?

Ask yourself these on the way back to your desk. They’re better than any minutes.
`,
    },
    {
      kind: 'discussion',
      title: 'A question that set something off',
      minutes: 10,
      required: true,
      markdown: `Let’s fill a box with questions.

1. Give us **one question** that someone once asked you and that moved you on, or one that you like to ask.
2. Add **at which moment** it fits.
3. And own up to a question you’d like to **give up**. A popular candidate: “Why didn’t you just …?”

Upvote the ones you mean to use this week. Jonas will put the collection together before the live session.
`,
    },
    {
      kind: 'session',
      title: 'Live: coaching in threes',
      minutes: 45,
      required: true,
      session: secondOnline,
      markdown: `No slides in this session, just practice.

**Running order (45 minutes)**

| Minute | What happens |
| --- | --- |
| 0–5 | Arrive, house rules: what is said in the group stays in the group. |
| 5–15 | Round 1: one person brings a topic, one asks, one observes. |
| 15–25 | Round 2: swap roles. |
| 25–35 | Round 3: swap roles. |
| 35–45 | Together: which question opened things up, which closed them down? |

**Please bring** something real and small that you can explain in three sentences, preferably to do with your learning goal. No role play, no invented cases.

**Observers** count two things only: questions and pieces of advice. They give their feedback in the four steps from week 3.

Can’t make it that day? Find two people from the cohort and do the three rounds in half an hour of your own. It works over the phone, too.
`,
    },
  ],
};
