import { list } from './discussion/list.js';
import { thread } from './discussion/thread.js';
import { write } from './discussion/write.js';

/** What everybody reads where a cohort talks: lists of threads, a thread, and writing. */
const discussion = {
  kind: {
    question: 'Frage',
    discussion: 'Diskussion',
    announcement: 'Ankündigung',
    prompt: 'Wochenimpuls',
  },
  kinds: {
    question: 'Fragen',
    discussion: 'Diskussionen',
    announcement: 'Ankündigungen',
  },
  mark: { author: 'Autor:in', trainer: 'Trainer:in', manager: 'Führungskraft' },
  writer: {
    anonymous: 'Anonym',
    ownAnonymous: 'Du, für andere anonym',
    seenByYou: '(für andere anonym)',
    deleted: 'Gelöschtes Konto',
  },
  place: { at: 'bei {{at}}' },
  new: {
    posts_one: '{{count}} neuer Beitrag',
    posts_other: '{{count}} neue Beiträge',
  },
  follow: {
    thread: 'Wie du von diesem Thema hörst',
    cohort: 'Wie du vom Austausch dieser Kohorte hörst',
    week: 'Wie du von „{{week}}“ hörst',
    asWider: 'Wie für die Kohorte eingestellt',
    asUsual: 'Wie üblich',
    watch: 'Beobachten: jeder Beitrag',
    follow: 'Folgen: nur gesammelt',
    mute: 'Stumm: nichts davon',
  },
  ...list,
  ...thread,
  ...write,
} as const;

export default discussion;
