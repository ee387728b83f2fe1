import type { AuthoredTalk } from '../../talk-type.js';

/** What is said among those who learn in English, from the first day to the third week. */
export const talk: AuthoredTalk = {
  guidelines: `- Better half a question today than a perfect one next week.
- Nobody here hands out marks. “What was that like for you?” often helps more than advice.
- What people tell about their own teams stays here.`,
  prompts: [
    'Introduce yourselves: what did you last learn, and who saw you at it?',
    'Tell each other your first learning goal. How would the others notice that you’re getting somewhere?',
    'Who practises feedback with whom this week? Find twenty minutes in pairs.',
  ],
  announcements: [
    {
      day: 0,
      title: 'Welcome, and where to find me',
      text: `Good to have you here. The best place for a question is **right at the page or video** it is about, so that everyone sees what you mean. I look in every working day.

From today there are learning groups as well: a handful of people from different teams, with one prompt a week.`,
    },
    {
      day: 10,
      title: 'Before week 3: one small favour',
      text: 'Monday is about feedback. Until then, think of **one person** who has deserved some and hasn’t had it yet. No names here, please, just keep them in mind.',
    },
  ],
  threads: [
    {
      kind: 'question',
      title: 'How do I say “not yet” without handing out a consolation prize?',
      item: [1, 3],
      atSecond: 24,
      same: 3,
      posts: [
        {
          day: 1,
          by: 2,
          text: 'This is where the students get “not yet” instead of a fail. I like the thought. But if I say it like that to my van crew, they’ll laugh me out of the yard. What do you do?',
        },
        {
          day: 1,
          by: 3,
          text: 'I keep the “yet” for sentences about myself: “I can’t read the new report yet, would you show me?” It doesn’t sound like school when it’s about me.',
          helpful: 4,
          accepted: true,
          endorsed: true,
        },
        {
          day: 2,
          by: 6,
          text: 'A date helps. “Not yet, let’s try it together on Thursday.” Without the date it really is a consolation prize.',
          helpful: 2,
        },
      ],
    },
    {
      kind: 'discussion',
      title: 'The foreman who read out his mistakes',
      item: [1, 6],
      posts: [
        {
          day: 2,
          by: 0,
          text: `The man who trained me kept a notebook of things that had gone wrong for him. On Fridays he read from it, never more than one entry.

I took over the notebook. I have yet to read from it. And no, I don’t think he knew.`,
          helpful: 4,
        },
        { day: 3, by: 'account', text: 'What did that look like? Did anyone say anything, or was it quiet?' },
        {
          day: 3,
          by: 0,
          to: 2,
          text: 'Quiet at first. After a few weeks somebody said, “I’ve done that too.” From then on it was the best quarter of an hour of the week.',
          helpful: 2,
        },
      ],
    },
    {
      kind: 'question',
      title: 'May there be names on the map?',
      item: [1, 7],
      same: 1,
      posts: [
        {
          day: 3,
          by: 'account',
          text: 'On my map everyone rings the same colleague. Without her name it makes no sense, and with her name it feels like pointing a finger.',
        },
        {
          day: 3,
          by: 4,
          text: 'I asked before I drew. She laughed and told me to write “directory enquiries”. So that’s what it says now.',
          helpful: 2,
        },
        {
          day: 4,
          by: 'trainer',
          text: `Yes, if she knows. Take the last sentence of the task at its word: **anyone named on it knows about it.** And the map shows situations, not verdicts. “Everyone rings her” is a situation.

{account}, that is exactly where your question mark belongs, by the way.`,
          helpful: 3,
          accepted: true,
        },
      ],
    },
    {
      kind: 'question',
      title: 'What if nobody above me is seen learning?',
      item: [2, 2],
      anonymous: true,
      same: 4,
      posts: [
        {
          day: 8,
          by: 8,
          text: 'I’m supposed to show openly what I can’t do. In our leadership meeting nobody has ever done that. Do I start anyway, or is that naive?',
        },
        {
          day: 8,
          by: 9,
          text: 'I started below, in my own team. Three weeks later my manager came round of his own accord and asked what we were up to on Fridays.',
          helpful: 3,
          endorsed: true,
        },
        {
          day: 9,
          by: 'trainer',
          text: 'It is anything but naive. The page has a sentence for asking your manager to back you first. And begin with something that costs you nothing if it goes wrong.',
          helpful: 1,
        },
      ],
    },
    {
      kind: 'question',
      title: 'Working Out Loud on shifts: where do I put it?',
      item: [2, 2],
      same: 3,
      posts: [
        {
          day: 10,
          by: 10,
          text: 'We have no team chat and only meet at handover, for six minutes. The board is full of figures. Where would you write your three sentences?',
        },
      ],
    },
    {
      kind: 'discussion',
      title: 'Finds: what helped you this week?',
      posts: [
        {
          day: 9,
          by: 11,
          text: 'I’ll begin: a blank index card next to my keyboard. Whenever I think “no idea”, it gets a mark. There were nine on day one.',
          helpful: 2,
        },
        { day: 10, by: 1, text: 'Nine! I had four, three of them because of the same screen in SAP.' },
        {
          day: 11,
          by: 12,
          text: 'A friend of mine sells workshop cards in twelve colours, with a discount for colleagues. Drop me a line if you’re interested.',
          reported: { by: 11, kind: 'spam', note: 'I don’t think this belongs here.' },
        },
      ],
    },
    {
      kind: 'question',
      title: 'Knocking first when there really is no time?',
      item: [3, 1],
      atSecond: 75,
      same: 1,
      posts: [
        {
          day: 15,
          by: 3,
          text: 'She asks for permission first, with a small yes question. On site I don’t have ten seconds for that. Do you leave the step out then?',
        },
        {
          day: 15,
          by: 6,
          text: 'No, I move it: “Have you got two minutes after this job?” It’s the same yes question, only earlier.',
          helpful: 1,
        },
      ],
    },
  ],
  inGroup: [
    {
      day: 1,
      week: 1,
      by: 0,
      text: 'Last thing I learned: how to bleed a pallet truck. The apprentice who knew how saw me at it.',
    },
    {
      day: 2,
      week: 1,
      by: 'account',
      text: 'Mine was the new phone system. Everyone saw me, sadly including the callers on hold.',
    },
    {
      day: 2,
      week: 1,
      by: 1,
      text: 'I’m learning to end meetings on time. You can tell by the fact that I stop here.',
    },
    {
      day: 8,
      week: 2,
      by: 0,
      text: 'My goal: “Until the end of the month I ask one question in every handover before I answer.” Too small?',
    },
  ],
};
