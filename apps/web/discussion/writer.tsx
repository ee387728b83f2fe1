import type { WriterView } from '@kohorte/contracts';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { Tag } from '../shell/tag.js';
import classes from './post.module.css';
import { useTalkWords } from './words.js';

/** Who wrote something, and what they are here. */
export function Writer({ writer }: { writer: WriterView }) {
  const { name } = useTalkWords();
  return (
    <>
      {name(writer)} <Marks writer={writer} />
    </>
  );
}

/** What somebody is here, in a word each. */
export function Marks({ writer }: { writer: WriterView }) {
  const { t } = useTalkWords();
  return writer.marks.map((mark) => (
    <Tag key={mark} tone={mark === 'trainer' ? 'good' : 'plain'}>
      {t(`mark.${mark}`)}
    </Tag>
  ));
}

/** Two letters to find somebody again by; those who read by ear hear the name. */
export function Initials({ writer: { person } }: { writer: WriterView }) {
  const names = person?.name.split(' ') ?? [];
  const letters = [names[0], names.length > 1 ? names.at(-1) : undefined]
    .map((name) => name?.slice(0, 1) ?? '')
    .join('');
  return (
    <span className={classes.initials} aria-hidden="true">
      {letters || <IconUser size={16} stroke={1.8} />}
    </span>
  );
}
