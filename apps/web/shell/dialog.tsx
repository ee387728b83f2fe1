import { type ReactNode, useEffect, useRef } from 'react';
import classes from './dialog.module.css';

interface Question {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  onClose?: () => void;
  /** Cannot be closed: it goes away when what it asks for is done. */
  locked?: boolean;
}

/** A question on top of the screen. The browser keeps focus in it, closes it on Escape and gives focus back. */
export function Dialog({ title, children, actions, onClose, locked = false }: Question) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // React sets no `autofocus` in the page, which the browser would look for.
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby="dialog-title"
      onCancel={(event) => locked && event.preventDefault()}
      onClose={() => (locked ? dialog.current?.showModal() : onClose?.())}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
      {actions && <div className={classes.actions}>{actions}</div>}
    </dialog>
  );
}
