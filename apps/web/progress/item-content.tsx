import type { ItemContent as Content } from '@kohorte/contracts';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api.js';
import { Prose } from '../shell/prose.js';
import { useTimes } from '../times.js';
import { EmbeddedVideo } from './embedded-video.js';
import classes from './item-content.module.css';

interface Shown {
  content: Content;
  /** Of a live session: when and where it is, in the place of the words that it is still to be planned. */
  live?: ReactNode;
}

/** An item as a learner gets it; also the preview of those who author it. */
export function ItemContent({ content, live }: Shown) {
  const { t } = useTranslation();
  const { kind } = content;
  const isPlaceholder = kind === 'assignment' || kind === 'discussion' || kind === 'session';
  return (
    <div className={classes.content}>
      {live ?? (isPlaceholder && <p className={classes.honest}>{t(`player.later.${kind}`)}</p>)}
      {content.embed && content.url ? (
        <EmbeddedVideo embed={content.embed} title={content.title} url={content.url} />
      ) : (
        content.url && <Elsewhere url={content.url} isVideo={kind === 'video'} />
      )}
      {content.file && <File file={content.file} />}
      {content.html && <Prose html={content.html} />}
    </div>
  );
}

/** A link that leads out of Kohorte says where to. */
function Elsewhere({ url, isVideo }: { url: string; isVideo: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.elsewhere}>
      <Button
        component="a"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        variant="light"
        size="md"
        rightSection={<IconExternalLink size={18} aria-hidden="true" />}
      >
        {isVideo ? t('player.watchAt', { host: hostOf(url) }) : t('player.openAt', { host: hostOf(url) })}
      </Button>
      <p className="small faint">{t('player.newTab')}</p>
    </div>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

/** A file is shown where a browser can, and can always be taken along. */
function File({ file }: { file: NonNullable<Content['file']> }) {
  const { t } = useTranslation();
  const times = useTimes();
  const address = addressOf('GET /files/:fileId', { params: { fileId: file.fileId } });
  const [family] = file.mediaType.split('/');
  return (
    <figure className={classes.file}>
      {family === 'image' && <img src={address} alt={file.name} className={classes.image} />}
      {family === 'video' && <video src={address} controls preload="metadata" className={classes.video} />}
      {family === 'audio' && <audio src={address} controls preload="metadata" className={classes.audio} />}
      {file.mediaType === 'application/pdf' && <iframe src={address} title={file.name} className={classes.pdf} />}
      <figcaption>
        <Button
          component="a"
          href={address}
          download={file.name}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {t('player.download', { name: file.name, size: times.bytes(file.bytes) })}
        </Button>
      </figcaption>
    </figure>
  );
}
