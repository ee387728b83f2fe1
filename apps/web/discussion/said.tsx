import type { PostView } from '@kohorte/contracts';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { addressOf } from '../api.js';
import { Prose } from '../shell/prose.js';
import { useTimes } from '../times.js';
import classes from './post.module.css';
import { useTalkWords } from './words.js';

/** What a post says, with its files; or why there is nothing to be read. */
export function Said({ post }: { post: PostView }) {
  const { t } = useTalkWords();
  const times = useTimes();
  const router = useRouter();
  if (post.deletedAt)
    return <p className={classes.gone}>{t('post.deleted', { on: times.dayAndTime(post.deletedAt) })}</p>;
  if (post.html === null) return <p className={classes.gone}>{t('post.hidden')}</p>;
  // Pictures stand in the text; what it does not show is listed below.
  const files = post.files.filter(({ fileId }) => !post.html?.includes(fileId));
  const follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    const path = link && !link.target ? link.getAttribute('href') : null;
    if (!path?.startsWith('/') || path.startsWith('//') || path.startsWith('/api/')) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.history.push(path);
  };
  return (
    <>
      {post.hidden && <p className={classes.hidden}>{t(post.writer.own ? 'post.ownHidden' : 'post.hiddenToOthers')}</p>}
      {/* Links within Kohorte lead on without loading it anew; they are links for the keyboard as they are. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className={classes.said} onClick={follow}>
        <Prose html={post.html} />
      </div>
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map(({ fileId, name, mediaType, bytes }) => {
            const address = addressOf('GET /discussion-files/:fileId', { params: { fileId } });
            return (
              <li key={fileId}>
                {mediaType.startsWith('image/') ? (
                  <img src={address} alt={name} loading="lazy" />
                ) : (
                  <a href={address} download={name}>
                    <IconFile size={16} stroke={1.7} aria-hidden="true" /> {name} ({times.bytes(bytes)})
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
