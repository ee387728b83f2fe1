import { criterion } from '../../rubric.js';
import { conversation, format, learningGoal, learningMap, plan90 } from '../assignments.js';

/** What the assignments of the five weeks ask for. */
export const map = learningMap({
  template: `**What surprised me:**

**Where my example could make a difference:**

**What my two colleagues added:**
`,
  rubric: [
    criterion(
      'everyday',
      'Real everyday life',
      'Which situation on the map do you know too, and which is new to you?',
      [
        'General: It could be any team.',
        'Partly: Some situations can be recognised, others stay headings.',
        'Concrete: You can picture the situations.',
        'Very concrete: You can picture them, the awkward ones too.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('insight', 'An insight', 'What does the author take from the map, and what would you?', [
      'None: The map is only described.',
      'A start: A surprise is named, but not what follows from it.',
      'Clear: It’s clear what could change.',
    ]),
    criterion('others', 'Other eyes', 'How can you tell that the team had its say?', [
      'Missing: Nobody was asked.',
      'There: Somebody added something.',
      'They matter: The map looks different because of them.',
    ]),
  ],
});

export const goal = learningGoal({
  template: `**My sentence:**

**Where I showed it, and in which words:**

**How my team responded:**

**What I’ll do differently next time:**
`,
  rubric: [
    criterion(
      'tellable',
      'Can be retold',
      'Retell the goal in your own words. What did you miss?',
      [
        'A resolution: Afterwards you don’t know what is to be learnt.',
        'Roughly: The direction is clear, the first attempt isn’t.',
        'Clear: You can pass on the goal and the first attempt.',
        'Gripping: You want to know how it ends.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('request', 'A real request', 'What could you do about it as a member of the team?', [
      'None: The team is told something, but not asked.',
      'Polite: “Do let me know”, without when and what for.',
      'Real: Everybody knows what they can do, and when.',
    ]),
    criterion('watched', 'Watched closely', 'Which observation convinced you, and which sounds like a reading?', [
      'No: It only says whether it went well.',
      'Partly: Observation and reading are mixed.',
      'Closely: It says what somebody said or did, silence included.',
    ]),
  ],
  examples: [
    {
      exampleId: 'strong',
      title: 'From an earlier course: ending meetings',
      text: `**My sentence:** By the end of the month I’m learning to end our morning meeting so that everybody knows what comes next. You’ll notice because I talk less.

**Where I showed it, and in which words:** On the board beside the shift plan, and on Tuesday in the last two minutes of the meeting: “I’m trying something. Today I won’t ask whether all is clear; I’ll ask one of you to say it in your own words. If I ask ‘All clear?’ again on Friday, please knock on the table.”

**How my team responded:** Silence first, about ten seconds. Then Tomasz asked whether this was a test. On Thursday he knocked before I had finished the sentence. Everybody laughed, and so did I.

**What I’ll do differently next time:** I’ll be the first to sum up, so that it doesn’t look like an exam.`,
      answers: [
        { criterionId: 'tellable', level: 3, comment: 'Goal, attempt and time stand in two sentences, and you want to know who knocks on Friday.' }, // prettier-ignore
        { criterionId: 'request', level: 2, comment: 'Anybody can knock on a table, and it’s clear when.' },
        {
          criterionId: 'watched',
          level: 2,
          comment: 'The ten seconds of silence and the question are observations, not readings.',
        },
      ],
    },
    {
      exampleId: 'weak',
      title: 'From an earlier course: better communication',
      text: `**My sentence:** I want to improve my communication in the team and be more open to feedback.

**Where I showed it, and in which words:** In the team meeting I told everybody that I’m doing a course and that communication matters to me. I said that anybody can come to me at any time.

**How my team responded:** The response was positive throughout. Everybody liked that I’m taking this on, and the mood was open.

**What I’ll do differently next time:** I would take more time and involve my colleagues even more.`,
      answers: [
        {
          criterionId: 'tellable',
          level: 0,
          comment: 'You can’t pass on what will be different, and there’s no first attempt.',
        },
        { criterionId: 'request', level: 1, comment: 'Friendly, but nobody knows when to come, and with what.' },
        {
          criterionId: 'watched',
          level: 0,
          comment: '“Positive throughout” is a verdict. What did somebody say or do?',
        },
      ],
    },
  ],
});

export const talk = conversation({
  rubric: [
    criterion(
      'steps',
      'The four steps',
      'Which step worked, and which didn’t yet?',
      [
        'Hardly: Little of the approach can be seen.',
        'Partly: One or two steps can be seen.',
        'Well: All steps are there.',
        'Very well: All are there, and a camera would have seen the observation like that.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('listening', 'Listened', 'What does the author do with the answer that came?', [
      'No: The other person’s answer isn’t there.',
      'Heard: It’s told.',
      'Used: It says what follows from it.',
    ]),
    criterion('next', 'Next time', 'Would you say the new sentence like that? Why?', [
      'Open: It stays at “better”.',
      'A direction: You can guess what will be different.',
      'In words: The new sentence is there.',
    ]),
  ],
});

export const format5 = format({
  rubric: [
    criterion(
      'small',
      'Small enough',
      'What else could be left out?',
      [
        'Too big: It won’t survive a full week.',
        'Doable: With some luck it happens twice.',
        'Small enough: It happens in a bad week, too.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('voluntary', 'Voluntary', 'How does somebody know that staying away is fine?', [
      'No: Whoever is missing stands out.',
      'Half: It says voluntary, but the hour or the list says something else.',
      'Yes: You can stay away at no cost, because of your shift as well.',
    ]),
    criterion('inviting', 'Inviting', 'Would you come? What in the invitation tipped the balance?', [
      'Rather not: It sounds like duty.',
      'Maybe: It sounds useful.',
      'Gladly: You feel like coming.',
    ]),
  ],
});

export const plan = plan90({
  rubric: [
    criterion(
      'safe',
      'Small enough to happen for sure',
      'What will happen in any case, and what is bigger than it looks?',
      [
        'Resolutions: It hangs on good will.',
        'Partly: One habit has a clear “when”.',
        'Safe: Both habits have a “when” that comes anyway.',
      ],
      { weight: 2, commentRequired: true },
    ),
    criterion('relapse', 'Plan for a relapse', 'Does it help on a bad day?', [
      'Missing: There is none.',
      'There: There is one.',
      'Sound: You can follow it when you’re tired.',
    ]),
    criterion('visible', 'Noticeable', 'Could the sentence really be said in ninety days?', [
      'No: Nobody would notice a difference.',
      'Maybe: You can sense the difference.',
      'Yes: The sentence could be said like that.',
    ]),
  ],
});
