'use client';

import { useState } from 'react';
import { flushSync } from 'react-dom';
import { InlineText } from '@/components/ui/inline-text';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import styles from './question.module.css';
import type { QuestionInputProps } from './question-input';

const plain = (text: string) => text.replace(/[`*]/g, '');

/** Moved by buttons or by naming a position; dragging is not needed anywhere. */
export function OrderingInput({ question, response, onChange, labelledBy }: QuestionInputProps<'ordering'>) {
  const [said, setSaid] = useState('');
  const order = response?.order ?? question.entries.map((entry) => entry.id);
  const entries = order.flatMap((id) => question.entries.find((entry) => entry.id === id) ?? []);

  function move(id: string, to: number, control: HTMLElement) {
    if (to < 0 || to >= order.length) return;
    const rest = order.filter((other) => other !== id);
    // The row is moved in the document, which drops the focus: put it back on the control that was used.
    flushSync(() => {
      onChange({ type: 'ordering', order: [...rest.slice(0, to), id, ...rest.slice(to)] });
      setSaid(`Moved to ${to + 1} of ${order.length}`);
    });
    control.focus();
  }

  return (
    <>
      <ol className={styles.order} aria-labelledby={labelledBy}>
        {entries.map((entry, index) => (
          <li key={entry.id} className={styles.entry}>
            <span className={styles.entryText}>
              <InlineText text={entry.text} />
            </span>
            <span className={styles.moves}>
              <select
                aria-label={`Position of: ${plain(entry.text)}`}
                value={index}
                onChange={(event) => move(entry.id, Number(event.target.value), event.target)}
              >
                {order.map((id, position) => (
                  <option key={id} value={position}>
                    {position + 1}
                  </option>
                ))}
              </select>
              <button
                type="button"
                aria-label={`Move up: ${plain(entry.text)}`}
                aria-disabled={index === 0}
                onClick={(event) => move(entry.id, index - 1, event.currentTarget)}
              >
                <Arrow direction="up" />
              </button>
              <button
                type="button"
                aria-label={`Move down: ${plain(entry.text)}`}
                aria-disabled={index === order.length - 1}
                onClick={(event) => move(entry.id, index + 1, event.currentTarget)}
              >
                <Arrow direction="down" />
              </button>
            </span>
          </li>
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

function Arrow({ direction }: { readonly direction: 'up' | 'down' }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={direction === 'up' ? 'M8 13V3M4 7l4-4 4 4' : 'M8 3v10M4 9l4 4 4-4'} />
    </svg>
  );
}
