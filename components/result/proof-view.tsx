'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import sheet from '@/components/ui/sheet.module.css';
import inks from './criterion-colours.module.css';
import { inkNumber } from './numeral';
import styles from './proof-view.module.css';
import { type Span, toSegments } from './segments';

const MonacoEditor = dynamic(() => import('../monaco').then((module) => module.MonacoEditor), { ssr: false });

const PLAIN = classNames(styles.plain, sheet.sheet);

type View = 'plain' | 'loading' | 'monaco' | 'failed';

interface ProofViewProps {
  readonly title: string;
  readonly text: string;
  readonly spans: readonly Span[];
  /** The plain marks, rendered on the server: what everybody sees unless they ask for the editor. */
  readonly children: ReactNode;
}

/** The record with its marks, in plain view or read-only in Monaco with the same stretches decorated. */
export function ProofView({ title, text, spans, children }: ProofViewProps) {
  const [view, setView] = useState<View>('plain');
  const isMonacoWanted = view === 'loading' || view === 'monaco';
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <h2>{title}</h2>
        <Button
          kind="quiet"
          size="small"
          className={styles.toggle}
          onClick={() => setView(isMonacoWanted ? 'plain' : 'loading')}
        >
          {isMonacoWanted ? 'Show it with numerals' : 'Show it in the editor'}
        </Button>
      </div>
      {view === 'failed' ? (
        <p className={styles.note} role="status">
          The editor could not be loaded; the marks below are the same.
        </p>
      ) : null}
      {isMonacoWanted ? (
        <div className={styles.frame}>
          <MonacoEditor
            value={text}
            label={`${title} with the quotes underlined, read only. Tab leaves the editor.`}
            isReadOnly
            isShown={view === 'monaco'}
            marks={decorationsOf(text, spans)}
            onReady={() => setView('monaco')}
            onFail={() => setView('failed')}
          />
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll must be reachable by keyboard */}
      <section hidden={view === 'monaco'} className={PLAIN} tabIndex={0} aria-label={title}>
        {children}
      </section>
    </div>
  );
}

/** Monaco lays the classes of overlapping decorations on top of each other, so it gets the cut stretches. */
function decorationsOf(text: string, spans: readonly Span[]) {
  return toSegments(text, spans).flatMap(({ start, end, criteria }) => {
    const [first] = criteria;
    if (first === undefined) return [];
    const ink = inks[`u${inkNumber(first)}`] ?? '';
    return [{ start, end, className: criteria.length > 1 ? `${ink} ${inks.shared}` : ink }];
  });
}
