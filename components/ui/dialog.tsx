'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import { classNames } from './class-names';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** At the top stays in its place what grows while it is open. */
  readonly place?: 'middle' | 'top';
  readonly children: ReactNode;
}

/** The platform's own modal dialogue: focus is held inside, Escape closes, focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, place = 'middle', children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // The open state of a <dialog> lives in the DOM: showModal() is the only way to the top layer.
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);

  return (
    <dialog
      ref={element}
      className={classNames(styles.dialog, place === 'top' && styles.top)}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      {isOpen ? (
        <div className={styles.inner}>
          <div className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <Button kind="quiet" size="small" onClick={onClose}>
              Close
            </Button>
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}
