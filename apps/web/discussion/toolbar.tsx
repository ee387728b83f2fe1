import IconBlockquote from '@tabler/icons-react/dist/esm/icons/IconBlockquote.mjs';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconCode from '@tabler/icons-react/dist/esm/icons/IconCode.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer.module.css';
import { around, asCode, asLink, atLines, type Edit } from './markdown.js';

type Change = (value: string, start: number, end: number) => Edit;

interface Tools {
  controls: string;
  disabled: boolean;
  onEdit: (change: Change) => void;
  onFile: (file: File) => void;
}

/** Buttons for those who do not know the signs by heart. */
export function Toolbar({ controls, disabled, onEdit, onFile }: Tools) {
  const { t } = useTranslation('discussion');
  const input = useRef<HTMLInputElement>(null);
  const tools = [
    { name: 'bold', icon: IconBold, change: (v, s, e) => around(v, s, e, '**', t('write.boldText')) },
    { name: 'list', icon: IconList, change: (v, s, e) => atLines(v, s, e, '- ') },
    { name: 'quote', icon: IconBlockquote, change: (v, s, e) => atLines(v, s, e, '> ') },
    { name: 'link', icon: IconLink, change: (v, s, e) => asLink(v, s, e, t('write.linkText')) },
    { name: 'code', icon: IconCode, change: (v, s, e) => asCode(v, s, e, t('write.codeText')) },
  ] as const satisfies readonly { name: string; icon: typeof IconBold; change: Change }[];
  return (
    <div role="group" aria-label={t('write.tools')} aria-controls={controls} className={classes.tools}>
      {tools.map(({ name, icon: Icon, change }) => (
        <button
          key={name}
          type="button"
          className={classes.tool}
          disabled={disabled}
          aria-label={t(`write.${name}`)}
          title={t(`write.${name}`)}
          // The selection in the text must not go when the button is pressed.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onEdit(change)}
        >
          <Icon size={18} stroke={1.8} aria-hidden="true" />
        </button>
      ))}
      <button
        type="button"
        className={classes.tool}
        disabled={disabled}
        aria-label={t('write.attach')}
        title={t('write.attach')}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={18} stroke={1.8} aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={t('write.attach')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          files.forEach(onFile);
        }}
      />
    </div>
  );
}
