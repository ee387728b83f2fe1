import type { PostView } from '@kohorte/contracts';
import classes from './discussion.module.css';
import { useModerationWords } from './words.js';

interface Parts {
  post: PostView;
  ticked: readonly string[];
  onTick: (postIds: readonly string[]) => void;
}

/** Chooses a post that is to be split out; the first one of a thread stays, and what is deleted cannot be chosen. */
export default function TickPost({ post: { postId, number, deletedAt }, ticked, onTick }: Parts) {
  const { t } = useModerationWords();
  const isOn = ticked.includes(postId);
  if (number === 1 || deletedAt !== null) return null;
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={() => onTick(isOn ? ticked.filter((one) => one !== postId) : [...ticked, postId])}
      />
      {t('split.tick', { number })}
    </label>
  );
}
