'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import type { ReportAbout } from '@/schemas/problem-report';
import type { ReportWords } from './report-machine';

/** Fetched when somebody has something to say: a page that is only read does not pay for it. */
const ReportDialog = dynamic(() => import('./report-dialog').then((module) => module.ReportDialog), { ssr: false });

interface Target {
  readonly about: ReportAbout;
  readonly what: string;
}

/** Only our own buttons carry the attribute, so what it holds needs no second check here; the server makes one. */
function targetOf(event: MouseEvent): Target | null {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-report]') : null;
  const { report, what = '' } = button?.dataset ?? {};
  return report ? { about: JSON.parse(report), what } : null;
}

/** One for all pages. What was typed about a place and not sent is there again when its form is opened again. */
export function ReportOpener() {
  const [target, setTarget] = useState<Target | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const unsent = useRef(new Map<string, ReportWords>());

  // The buttons are static text of lessons and results: the listener sits on the document.
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const found = targetOf(event);
      if (!found) return;
      setTarget(found);
      setIsOpen(true);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);

  if (!target) return null;
  const place = JSON.stringify(target.about);
  return (
    <ReportDialog
      key={place}
      {...target}
      isOpen={isOpen}
      kept={unsent.current.get(place)}
      onKeep={(words) => {
        if (words) unsent.current.set(place, words);
        else unsent.current.delete(place);
      }}
      onClose={() => setIsOpen(false)}
    />
  );
}
