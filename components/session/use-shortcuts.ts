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

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that goes with letters for commands: on Apple's keyboards Ctrl+K already means something in a text. */
export const commandKey = () => (isApple() ? '⌘' : 'Ctrl');

/**
 * Calls `act` on Ctrl+K, or Command+K on a Mac: not a single key, so it works while typing in a field too and is not
 * switched off. The editor keeps it, where it begins commands of its own; so does an open dialogue.
 */
export function useCommandK(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  // Keys arrive at the document, whatever has the focus.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isCommand = isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (event.key.toLowerCase() !== 'k' || !isCommand || event.shiftKey || event.altKey) return;
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (event.target instanceof Element && event.target.closest('.monaco-editor')) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
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
