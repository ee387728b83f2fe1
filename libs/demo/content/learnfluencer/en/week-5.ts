import type { AuthoredModule } from '../../course-type.js';
import { format5 } from './tasks.js';

export const week5: AuthoredModule = {
  title: 'Making time and room for learning',
  summary:
    'Learning needs time in the diary, occasions to meet, and a climate in which asking costs nothing. You plan one format for your team and clear up beforehand what the works council rightly wants to know.',
  objectives: [
    'You can build learning time in such a way that it survives a full week.',
    'You can choose from four simple formats the one that suits your team.',
    'You know the limits: free choice, privacy and the rights of employee representatives.',
  ],
  highlights:
    'Learn & Lunch, nugget or learning circle? This week you plan a format that your team will really get to see within four weeks, and decide what nobody is going to count.',
  items: [
    {
      kind: 'video',
      title: 'Amy Edmondson: turning strangers into a team',
      minutes: 14,
      required: true,
      url: 'https://www.ted.com/talks/amy_edmondson_how_to_turn_a_group_of_strangers_into_a_team',
      caption:
        'What do people who barely know each other need if they are to learn something that nobody can do yet? Edmondson tells the story of the mine rescue in Chile.',
    },
    {
      kind: 'page',
      title: 'Learning time that survives the diary',
      minutes: 8,
      required: true,
      markdown: `“Do take some time to learn” may be the kindest sentence in people development, and the one with the least effect. Time you are allowed to take is time you won’t take while a light is blinking and the phone is ringing. Learning time survives only if it is **small, fixed and defended**.

## Three ways to build it

| Design | How it works | Suits you if … | Goes wrong if … |
| --- | --- | --- | --- |
| **The fixed hour** | Thursdays from nine to ten the whole team learns, each on their own topic | people fill their own diaries | the manager doesn’t take part |
| **The piggyback** | fifteen minutes ride on something that exists: shift handover, team meeting, van loading | you work in shifts or on the road | those minutes are always the first to be cut |
| **The allowance** | four hours a month, taken whenever, with cover arranged | work is hard to plan | only people with quiet jobs can use it |

In Leipzig, Katrin uses the piggyback. Every Tuesday the assembly line stops for twenty minutes while tools are changed. It used to be a coffee break. Now it is a coffee break with a topic, proposed by the crew, and some weeks the topic is “just coffee today”.

## Defend it, kindly

Learning time is rarely abolished. It’s postponed, once, then twice, and then it’s gone. Some lines that help:

> “I’m in our learning hour then. I’ll ring you back at ten.”

> “If we skip it this week, when do we make up for it? I’ll put it in now.”

> “Let’s cut it to fifteen minutes, but it goes ahead.”

The third one counts most. A shortened session says that this belongs to the job. A cancelled one says the opposite, and says it louder than any speech.

## Who’s always missing?

After four weeks, look at who **couldn’t** use the time. Often it’s part-timers, the late shift, people out on site, and whoever happens to be covering for someone. It’s hardly ever a matter of not wanting to. So ask:

- Is it always on the same weekday, when the same people are off?
- Who minds the phone while the others learn, and when is it that person’s turn?
- Can you get in from a mobile, parked outside a customer’s house?

## One clear rule to finish with

What you require is working time. So is what you expect without saying so. “It’s voluntary, but I do notice who comes” isn’t voluntary. If something takes place over lunch, people may also just eat there. Or somewhere else.
`,
    },
    {
      kind: 'page',
      title: 'Four formats that cost next to nothing',
      minutes: 9,
      required: true,
      markdown: `You don’t need a programme. You need **one** format that suits your team and is still alive after a month. Here are four, all of which have been tried here.

| Format | Length | Preparation | Good for |
| --- | --- | --- | --- |
| Nugget | 3 minutes | 10 minutes | a knack that everyone needs right away |
| Learn & Lunch | 45 minutes | 30 minutes | a topic from another department |
| Learning circle | 5 × 45 minutes | little | anything that takes practice |
| Learning walk | 25 minutes | none | thinking in pairs |

## Nugget: three minutes, one thing

One picture, one move of the hand, one sentence. “This is a filter after six months next to a building site. That’s why we ask about building sites.” A good nugget answers **one** question that somebody really asked last week. Begin with: “Yesterday somebody asked me …”

## Learn & Lunch: listening with your mouth full

Someone talks for twenty minutes, then everybody does. Three rules make the difference:

1. **No slide after slide.** A part that you can pass round beats ten diagrams.
2. **The first question has been arranged.** Otherwise nobody dares, and everyone studies their sandwich.
3. **Those who can’t come get five sentences**, not a fifty-minute recording that no one will watch.

An invitation might read like this:

> “Wednesday, quarter past twelve, in the workshop: Hannah is bringing three fans, and one of them is too loud. Guess which, then she’ll tell us why. Bring your lunch. Leaving early is fine.”

## Learning circle: four people, five meetings, a goal each

A learning circle is an agreement between equals. Four or five people meet five times, everyone with a goal of their own, and every meeting runs the same way:

- **10 minutes:** What have I tried since last time?
- **25 minutes:** One person has the group’s full attention for their topic.
- **10 minutes:** What will I do before we meet again?

As their manager you’re a guest, if you’re there at all. Your part is the room, the time and one question at the end: “Is there anything else you need from me?”

## Learning walk: round the block in pairs

Two people, one question, once round the site. One of them talks on the way out, the other on the way back. It’s easier to talk side by side than face to face, and nobody’s looking at a screen.

## How to choose

- Short of a **knack**? Nugget.
- Short of a **look over the fence**? Learn & Lunch.
- Short of **practice**? Learning circle.
- Short of **quiet to think**? Go for a walk.

Then try it once, ask, adjust, and try again. You may decide that it’s not for you, but not before the third time.
`,
    },
    {
      kind: 'page',
      title: 'Safety in the team, and what the works council rightly asks',
      minutes: 9,
      required: true,
      markdown: `In the 1990s Amy Edmondson studied medication errors on hospital wards. She expected well-led teams to report fewer of them. It was the other way round. Her explanation was that these teams probably didn’t make more mistakes, they **talked** about them more openly. Out of this grew the idea of **psychological safety**: the shared belief that in this team you can ask, doubt and own up without being punished or made to look foolish.

It doesn’t mean that everything is always nice. High standards and safety go well together. Without safety, high standards mainly produce good excuses.

## Three levers you can pull tomorrow

- **Describe the work as something to learn:** “We’ve never done it this way before. We’re going to miss things, so speak up.”
- **Admit to your own limits:** “I don’t get to see the site. You do.”
- **Take the first bad news well:** “Thanks for telling me straight away. What do you need?” Causes come after that.

## Why the works council has a say

People who learn in the open make themselves vulnerable, so it’s a good thing that somebody looks after the rules. In Germany a works council has rights in matters of vocational training (sections 96 to 98 of the Works Constitution Act), and it must agree wherever technical equipment could monitor behaviour or performance (section 87(1) no. 6). A learning platform nearly always could. Vienna comes under Austria’s Labour Constitution Act, with similar ideas behind it. There is no works council in Leeds, but data protection law applies there too, and so does decency. We keep to the same rules at all our sites.

No need to become a lawyer. For everyday purposes this will do:

| Fine | Check first | Leave it |
| --- | --- | --- |
| telling others what you’re learning | making a course compulsory for your team | keeping a list of who learns how much |
| inviting people to a format | a survey with names on it | bringing learning progress into appraisals |
| asking about learning goals in conversation | recording a session | league tables, badges as a contest |
| looking at the group figures the system shows you | learning outside working hours | asking for someone’s quiz results |

This platform shows you figures only for groups above a minimum size. That isn’t a flaw in the software, it’s a promise to your people. Anyone who would like to show you more can do so themselves.

## A call worth making

> “Hello Sabine, I’m planning a learning circle for my team: voluntary, in working hours, no attendance list. Is there anything I should watch out for?”

Two minutes, and you’ve gained an ally instead of an objection. In Leeds, make the same call to your HR partner. None of this is legal advice.
`,
    },
    {
      kind: 'discussion',
      title: 'What has survived where you are?',
      minutes: 10,
      required: true,
      markdown: `Nearly every team has at some point started a learning session, a regular catch-up or a knowledge base. Most of them died quietly.

- Which format has lasted **longer than six months** in your team, and why?
- Which one **fizzled out**, and when did you notice?
- What would you begin **smaller** today?

Reply to someone whose department works quite differently from yours. Office reads shift, shift reads road.
`,
    },
    {
      kind: 'assignment',
      title: 'Your format: plan, clear, invite',
      minutes: 25,
      required: true,
      assignment: format5,
      markdown: `Plan **one** format that your team will see at least twice in the next four weeks.

| Question | Your answer |
| --- | --- |
| Which format, and which need on your learning map (week 1) does it meet? | |
| When, where, how long? Who **can’t** come then, and what is there for them? | |
| Who carries it, besides you? | |
| What will you deliberately **not** record? | |
| Whom do you ask beforehand (works council, HR, shift planning)? | |
| After the second time, how will you know whether it’s worth it? | |

**Hand in** the completed table and the wording of your invitation, six lines at most.

Whoever reads your plan checks three things: Is it small enough? Can people stay away without any drawback? Would I feel like coming?
`,
    },
  ],
};
