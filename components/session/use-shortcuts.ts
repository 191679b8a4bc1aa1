'use client';

import { useEffect, useRef } from 'react';
import { useStored } from './use-stored';

export type Shortcuts = Readonly<Record<string, () => void>>;

/** Whether single-key shortcuts work: a person can turn them off for good (WCAG 2.1.4). */
export function useShortcutChoice() {
  return useStored<'on' | 'off'>('defensible:shortcuts', ['on', 'off']);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  if (target.role === 'textbox') return true; // Monaco writes into an element that is neither of these
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type);
}

/** Single keys for one page; silent while typing, inside a dialogue, with a modifier held, or when switched off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const [choice] = useShortcutChoice();
  const latest = useRef(shortcuts);

  // The listener below stays the same while what the keys do changes with every render.
  useEffect(() => {
    latest.current = shortcuts;
  });

  // Keys arrive at the document, whatever has the focus.
  useEffect(() => {
    if (choice === 'off') return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [choice]);
}
