import { type DragEvent, useState } from 'react';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import classes from './file-drop.module.css';

interface Drop {
  label: string;
  hint?: string;
  /** File name endings or media types, as for `<input accept>`. */
  accept?: string;
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** Takes one file: dropped on it, or chosen from the device. */
export function FileDrop({ label, hint, accept, disabled = false, onFile }: Drop) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) onFile(file);
  };
  return (
    <label
      className={isOver ? `${classes.drop} ${classes.over}` : classes.drop}
      data-disabled={disabled || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload size={22} stroke={1.6} aria-hidden="true" />
      <span>
        <span className={classes.label}>{label}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
      <input
        type="file"
        className="unseen"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again after it was refused.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
