'use client';

import { useEffect, useRef } from 'react';
import { useShortcutChoice } from '@/components/session/use-shortcuts';

/** What Enter already has a meaning on. */
const TAKEN = 'a, button, input, textarea, select, summary, dialog, [role="textbox"]';

/** Enter does the one obvious thing of a screen, where the focus is on nothing that would take it. */
export function useEnter(action: (() => void) | null): void {
  const [choice] = useShortcutChoice();
  const latest = useRef(action);

  // The listener below stays the same while what Enter does changes with every render.
  useEffect(() => {
    latest.current = action;
  });

  // Keys arrive at the document, whatever has the focus.
  useEffect(() => {
    if (choice === 'off') return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TAKEN)) return;
      if (document.querySelector('dialog[open]') || !latest.current) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [choice]);
}
