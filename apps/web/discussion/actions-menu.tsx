import { ActionIcon, Button } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './actions-menu.module.css';

export interface Action {
  name: string;
  icon: ReactNode;
  disabled?: boolean;
  onChoose: () => void;
}

interface Parts {
  label: string;
  /** The label is seen, too, and the menu begins where it does. */
  labelSeen?: boolean;
  actions: readonly Action[];
}

/** Things that are seldom done, behind a button; closes on Escape, on a choice, and when one goes elsewhere. */
export function ActionsMenu({ label, labelSeen = false, actions }: Parts) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const away = (event: Event): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const opens = {
    ref: button,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    onClick: () => setOpen(!isOpen),
  };
  return (
    <div ref={place} className={classes.place}>
      {labelSeen ? (
        <Button {...opens} variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
          {label}
        </Button>
      ) : (
        <ActionIcon {...opens} size={36} variant="subtle" color="gray" aria-label={label}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      )}
      {isOpen && (
        <ul id={id} className={classes.actions} data-begins={labelSeen || undefined}>
          {actions.map(({ name, icon, disabled, onChoose }) => (
            <li key={name}>
              <button
                type="button"
                disabled={disabled}
                onClick={() => {
                  close();
                  onChoose();
                }}
              >
                {icon}
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
