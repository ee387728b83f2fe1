import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import type { ItemContent } from '@kohorte/contracts';
import { Button, Checkbox } from '@mantine/core';
import IconPlayerPlayFilled from '@tabler/icons-react/dist/esm/icons/IconPlayerPlayFilled.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './item-content.module.css';

type Embed = NonNullable<ItemContent['embed']>;

const remembered = 'kohorte.embeds';
const allowed = (): string[] => (localStorage.getItem(remembered) ?? '').split('\n').filter(Boolean);
const allow = (providers: string[]): void => localStorage.setItem(remembered, providers.join('\n'));

/** A video from elsewhere: nothing is fetched from there before the reader has said yes. */
export function EmbeddedVideo({ embed, title, url }: { embed: Embed; title: string; url: string }) {
  const { t } = useTranslation();
  const [plays, setPlays] = useState(() => allowed().includes(embed.provider));
  const [always, setAlways] = useState(false);
  const { provider } = embed;
  if (!plays) {
    return (
      <div style={{ containerType: 'inline-size' }}>
        <div className={classes.ask}>
          <p>{t('player.consent', { provider })}</p>
          <Button
            variant="light"
            size="md"
            leftSection={<IconPlayerPlayFilled size={16} aria-hidden="true" />}
            onClick={() => {
              if (always) allow([...allowed(), provider]);
              setPlays(true);
            }}
          >
            {t('player.load', { provider })}
          </Button>
          <Checkbox
            label={t('player.always', { provider })}
            checked={always}
            onChange={(event) => setAlways(event.currentTarget.checked)}
          />
          <a href={url} target="_blank" rel="noopener noreferrer" className="small">
            {t('player.watchAt', { host: provider })}
          </a>
        </div>
      </div>
    );
  }
  return (
    <div>
      <iframe
        src={embed.url}
        title={title}
        className={classes.frame}
        allow="fullscreen; picture-in-picture; encrypted-media"
        referrerPolicy="strict-origin-when-cross-origin"
        allowFullScreen
      />
      <p className={classes.below}>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('player.watchAt', { host: provider })}
        </a>
        <button
          type="button"
          className={classes.plain}
          onClick={() => {
            allow(allowed().filter((one) => one !== provider));
            setPlays(false);
          }}
        >
          {t('player.withdraw', { provider })}
        </button>
      </p>
    </div>
  );
}
