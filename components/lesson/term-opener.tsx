'use client';

import { useEffect } from 'react';

const GAP = 6;

function noteOf(link: HTMLElement): HTMLElement | null {
  return document.getElementById(`term-${link.dataset.term}`);
}

function linkOf(note: HTMLElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(`a[data-term="${note.id.replace(/^term-/, '')}"]`);
}

/** Under the word, or over it where the window ends; a word broken over two lines counts where it begins. */
function place(note: HTMLElement, link: HTMLElement) {
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = note;
  const isLow = word.bottom + GAP + height > window.innerHeight && word.top - GAP - height > 0;
  const left = Math.max(GAP, Math.min(word.left, document.documentElement.clientWidth - width - GAP));
  note.style.setProperty('--term-left', `${left + window.scrollX}px`);
  note.style.setProperty('--term-top', `${window.scrollY + (isLow ? word.top - GAP - height : word.bottom + GAP)}px`);
}

function closestTerm(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('a[data-term]') : null;
}

/** Tab leaves the note at its word, not at the end of the page where the note stands. */
function onKeyDown(event: KeyboardEvent) {
  if (event.key !== 'Tab' || !(event.target instanceof Element)) return;
  const note = event.target.closest<HTMLElement>('[popover][id^="term-"]');
  const link = note && linkOf(note);
  if (!link || (event.target === note) === !event.shiftKey) return;
  note.hidePopover();
  link.focus();
  // Forwards the browser goes on from the word; backwards the word itself is next.
  if (event.shiftKey) event.preventDefault();
}

/**
 * Opens the explanation of a term where its link is followed. Escape, a click elsewhere and the focus afterwards are the
 * popover's own. Without script, or with a key held for a new tab, the link leads to the glossary.
 */
export function TermOpener() {
  // Lessons are static text: the listeners sit on the document, and the words learn there that they open something.
  useEffect(() => {
    if (!('popover' in HTMLElement.prototype)) return;
    for (const link of document.querySelectorAll('a[data-term]')) link.setAttribute('aria-haspopup', 'dialog');
    // A press outside closes the note before the click arrives: a click on its own word must not open it again.
    let closing: HTMLElement | null = null;
    const onPointerDown = (event: PointerEvent) => {
      const link = closestTerm(event.target);
      const note = link && noteOf(link);
      closing = note?.matches(':popover-open') ? note : null;
    };
    const onClick = (event: MouseEvent) => {
      const link = closestTerm(event.target);
      const note = link && noteOf(link);
      if (!note || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (closing === note) return;
      link.focus();
      note.showPopover();
      place(note, link);
      note.focus({ preventScroll: true });
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true);
      document.removeEventListener('click', onClick);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  return null;
}
