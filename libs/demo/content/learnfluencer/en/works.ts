import type { AuthoredWorks } from '../../work-type.js';

/** What people hand in in weeks 1 to 3, and what they say to each other. */
export const works: AuthoredWorks = {
  weeks: [
    {
      parts: [
        {
          heading: 'What is on the map',
          criterionId: 'everyday',
          variants: [
            [3, 'The six o’clock handover on line 2, the breakdown book, a smoke break with the early shift, a call to Keith, a video about the new labeller, the attempt with the wrong glue, and the talk afterwards, which I didn’t enjoy.'], // prettier-ignore
            [2, 'Morning handover, fault-finding in pairs at the test bench, the tea kitchen, the wiki (twice), a customer’s call that three of us listened to, and one training for the forklift.'], // prettier-ignore
            [1, 'We mostly learn in meetings, from each other in the office, and from reading e-mails. There are projects, too, in which we exchange ideas.'], // prettier-ignore
            [0, 'Learning happens everywhere: at the workplace, with colleagues and in seminars, as the need arises.'],
          ],
        },
        {
          heading: 'What surprised me',
          criterionId: 'insight',
          variants: [
            [2, 'There are four question marks, and all four are called Keith. He retires in summer. From next week somebody sits beside him at every call.'], // prettier-ignore
            [2, 'I’m not on the map myself. Nobody sees me learn, so on Monday I’ll show the team what I’m failing at right now.'], // prettier-ignore
            [1, 'I hadn’t thought that so little happens in courses. Breaks matter more than I believed.'],
            [0, 'It confirmed what I had expected.'],
          ],
        },
        {
          heading: 'What others added',
          criterionId: 'others',
          variants: [
            [2, 'Two from the night shift drew a whole corner: there’s nobody to ask, so they take a picture of every fault and show them in the morning. I had missed that completely.'], // prettier-ignore
            [1, 'One colleague added the shared ride to work. Another found the map complete.'],
            [0, 'There was no time to ask anybody so far.'],
          ],
        },
      ],
      comments: {
        everyday: [
          [
            'This could be any team. Give me one situation from last week and I can picture it.',
            'I had no picture in mind while reading. A single situation with a time of day would do.',
          ],
          [
            'Some of it I recognise. In the meetings I can’t tell who learnt what.',
            'The projects are too general for me; the e-mails I know. Who learnt what from them?',
          ],
          [
            'I can picture the situations; the handover is just like ours.',
            'Concrete enough to make me want to ask, above all about the call that several listened to.',
          ],
          [
            'Very precise, including what went wrong. I’m taking something from it.',
            'One can tell you looked closely. I might have left out the awkward talk; good that you didn’t.',
          ],
        ],
        insight: [
          ['What follows from it for you? I couldn’t find that yet.'],
          ['The surprise is there. I’d like to know what you do differently now.'],
          ['It’s clear what changes, and as early as next week.'],
        ],
        others: [
          ['Do ask two people; that’s how the most important thing came onto my map.'],
          ['Good that you asked. What became different?'],
          ['What they added turns the whole map. Strong.'],
        ],
      },
      overall: [
        'Thank you for the insight; I look at our handover differently now.',
        'I enjoyed reading it. Try just one place next, not all of them.',
        'Short and honest, thank you.',
      ],
    },
    {
      parts: [
        {
          heading: 'My sentence',
          criterionId: 'tellable',
          variants: [
            [3, 'By Christmas I’m learning to listen to a complaint without explaining it at once. You’ll notice because I take notes first and talk later. The first call is on Thursday.'], // prettier-ignore
            [2, 'I’m learning to build the report myself instead of calling Marek every Friday. At the end of the month I’ll show it in our meeting.'], // prettier-ignore
            [2, 'I’m learning to say no without handing over a solution with it. The first attempt is the holiday rota.'], // prettier-ignore
            [1, 'I’d like to learn to protect my calendar better, so that there’s more time for what matters.'],
            [0, 'I want to develop as a leader and take my team along better.'],
          ],
        },
        {
          heading: 'Where I showed it, and in which words',
          criterionId: 'request',
          variants: [
            [2, 'On the board beside the shift plan, and on Tuesday in the meeting: “I’m practising something. Please tell me on Friday, in one sentence, whether you noticed. Nothing is an answer, too.”'], // prettier-ignore
            [
              1,
              'Under “any other business” in our meeting. I read the sentence aloud and said I’d be glad about feedback.',
            ],
            [0, 'I wrote the sentence into the minutes so that everybody can look it up.'],
          ],
        },
        {
          heading: 'How my team responded',
          criterionId: 'watched',
          variants: [
            [2, 'Nothing at first, ten seconds at least. Then somebody asked whether they had to write down a goal as well. I said no. The next morning there were two more sentences on the board, without names.'], // prettier-ignore
            [1, 'Most of them liked it. One made a joke; probably he felt awkward.'],
            [0, 'The response was positive and everybody was pleased.'],
          ],
        },
        {
          heading: 'What I’ll do differently next time',
          criterionId: null,
          variants: [
            [0, 'I’ll say first that nobody has to join in. It was a fair question.'],
            [0, 'I’ll put the request at the beginning; later on nobody listens any more.'],
            [0, 'Shorter. Three sentences would have done.'],
          ],
        },
      ],
      comments: {
        tellable: [
          [
            'Having read it, I don’t know what you’ll do. How would I notice as a colleague?',
            'I tried to retell it and got stuck at “better”.',
          ],
          ['I get the direction; I miss the first attempt.', 'I could retell half of it. What do you begin with?'],
          [
            'Goal and first attempt are clear; I could pass it on tonight.',
            'I could retell it in one sentence, first attempt included.',
          ],
          [
            'I’ll pass this on, and I want to know how it ends.',
            'Short, your own, and a little risky. Just like that.',
          ],
        ],
        request: [
          ['Your team hears about it, but what is it to do?'],
          ['Friendly. Say when, and what you’d like to hear.'],
          ['I’d know exactly what to do and when. I’ll copy that.'],
        ],
        watched: [
          ['“Positive” is a verdict already. What did somebody say?'],
          ['The joke is an observation, “awkward” is your reading. Leave the second part out.'],
          ['You describe the silence so well that I was almost there.'],
        ],
      },
      overall: [
        'Brave and small at once; thank you for showing it.',
        'It helped me shorten my own sentence once more.',
        'Good luck with the first attempt.',
      ],
    },
    {
      parts: [
        {
          heading: null,
          criterionId: null,
          variants: [
            [0, 'Knocking was easy: “Do you have ten minutes, on a walk if you like?” The silence after the question was hard. I counted to eight in my head, and at seven came an answer that I hadn’t expected. What I heard was that my short e-mails sound stern, even when I’m only short of time. I asked which one was meant and had it shown to me; the other person was right. What I do with it: I say why before I ask for something, and I’ll ask again in two weeks. Next time I’ll say, word for word: “I noticed that the report came at four on Friday, and we wanted to begin with it at three.” Without “always”, and without “a pity”.'], // prettier-ignore
            [0, 'I began with a thank-you that I’d wanted to say since summer. The observation was easy, as I had written it down: on three days in a row somebody prepared the handover so well that the next shift could begin at once. The effect was hard. I had to find out first that I got home earlier because of it. To my question I heard: “Nice, but say it in front of the others, too.” I’ll do that on Monday. Next time I’ll leave out the “actually” and ask sooner, since I did all the talking in the second half. Word for word: “On Tuesday you sorted the list anew. That’s why we were done at eight. What do you need for it to stay like that?”'], // prettier-ignore
          ],
        },
      ],
      comments: {},
      overall: [],
    },
  ],
  appeal:
    'One review says I hadn’t asked anybody. What my colleagues added was on the photo, which I couldn’t upload because the network in hall 3 was down. I can send the picture now.', // prettier-ignore
  flag: 'There’s the name of a colleague in the text. She may know of it, but I didn’t want to overlook it.',
  answer: 'Thank you, we’ll try that with the night shift on Wednesday.',
};
