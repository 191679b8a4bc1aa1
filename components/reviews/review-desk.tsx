'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { quoteAnchor } from '@/components/result/proof-criterion';
import { ProofLights } from '@/components/result/proof-lights';
import type { KeyRow } from '@/components/session/page-keys';
import { ShortcutHelp } from '@/components/session/shortcut-help';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ReviewView } from '@/schemas/review-desk';
import type { Level } from '@/schemas/rubric';
import { AlikeDrafts } from './alike-drafts';
import { CriterionCard } from './criterion-card';
import { DecisionBar } from './decision-bar';
import { LeaseLine } from './lease-line';
import { reviewPath } from './queue-words';
import styles from './review-desk.module.css';
import { useLease } from './use-lease';
import { useReview } from './use-review';
import { useUndo } from './use-undo';

interface ReviewDeskProps {
  readonly view: ReviewView;
  /** The draft on which the reader decided just before, if they may still take that back. */
  readonly after: string | null;
  /** The marked-up text, rendered on the server. */
  readonly text: ReactNode;
}

const KEYS: readonly KeyRow[] = [
  [['j'], 'next criterion'],
  [['k'], 'criterion before'],
  [['1', '2', '3'], 'missing, partly met, met'],
  [['e'], 'show the evidence of the criterion in the text'],
  [['c'], 'confirm, or give the grade that you set, and go on'],
  [['u'], 'take back: what you set here, or else your last decision'],
  [['s'], 'skip to the next draft'],
  [['Esc'], 'out of a reason, back to the keys'],
  [['Ctrl', 'Enter'], 'confirm from within a reason'],
];

/** The text on the left, the rubric on the right, the decision below: all of it by keys or by pointer. */
export function ReviewDesk({ view, after, text }: ReviewDeskProps) {
  const router = useRouter();
  const lease = useLease(view.submissionId, view.cohortId);
  const { sheet, change, rulings, decide } = useReview(view);
  const undo = useUndo(view.cohortId);
  const cards = useRef<(HTMLLIElement | null)[]>([]);
  const [shownQuote, setShownQuote] = useState({ number: 0, index: -1, words: '' });
  const isSending = sheet.phase.step === 'sending';
  const lines = view.grade.criteria;

  const incompleteId = sheet.phase.step === 'incomplete' ? sheet.phase.criterionId : null;
  // The field that lacks a reason is where the reader has to go on.
  useEffect(() => {
    const at = lines.findIndex(({ id }) => id === incompleteId);
    if (at >= 0) cards.current[at]?.querySelector('textarea')?.focus();
  }, [incompleteId, lines]);

  function goTo(place: number) {
    const to = Math.min(Math.max(place, 0), lines.length - 1);
    change({ type: 'moved', to });
    cards.current[to]?.focus({ preventScroll: true });
    cards.current[to]?.scrollIntoView({ block: 'nearest' });
  }

  function choose(place: number, level: Level) {
    const line = lines[place];
    if (line) change({ type: 'level-chosen', criterionId: line.id, level, inForce: line.level });
  }

  /** By key: what needs a reason gets the focus at once, after React has put the field there. */
  function chooseByKey(level: Level) {
    goTo(sheet.focus);
    choose(sheet.focus, level);
    if (lines[sheet.focus]?.level === level) return;
    requestAnimationFrame(() => cards.current[sheet.focus]?.querySelector('textarea')?.focus());
  }

  function showEvidence() {
    const [number, evidence] = [sheet.focus + 1, lines[sheet.focus]?.evidence ?? []];
    const index = shownQuote.number === number ? (shownQuote.index + 1) % Math.max(1, evidence.length) : 0;
    const piece = evidence[index];
    const words = piece
      ? `Passage ${index + 1} of ${evidence.length}: ${piece.quote}`
      : 'No passage was taken for evidence.';
    setShownQuote({ number, index, words });
    cards.current[sheet.focus]?.focus({ preventScroll: true });
    if (piece) document.getElementById(quoteAnchor(number, piece.start))?.scrollIntoView({ block: 'center' });
  }

  function takeBack() {
    if (rulings.length > 0) change({ type: 'cleared' });
    else if (after) void undo.run(after);
  }

  const shortcuts = {
    j: () => goTo(document.activeElement?.closest('[data-criteria]') ? sheet.focus + 1 : sheet.focus),
    k: () => goTo(sheet.focus - 1),
    1: () => chooseByKey('none'),
    2: () => chooseByKey('half'),
    3: () => chooseByKey('full'),
    e: showEvidence,
    c: () => void decide(),
    u: takeBack,
    s: () => view.nextId && router.push(reviewPath(view.nextId, view.cohortId)),
  };

  return (
    <div className={styles.desk}>
      <div className={styles.state}>
        <LeaseLine lease={lease} nextId={view.nextId} cohortId={view.cohortId} />
        <ShortcutHelp shortcuts={shortcuts} rows={KEYS} />
      </div>
      <ProofLights>
        <section className={styles.text} aria-labelledby="text-heading">
          <h2 id="text-heading">The draft</h2>
          {text}
        </section>
        <section aria-labelledby="rubric-heading">
          <h2 id="rubric-heading">Criterion by criterion</h2>
          <ol className={styles.cards}>
            {lines.map((line, index) => (
              <CriterionCard
                key={line.id}
                number={index + 1}
                line={line}
                criterion={view.criteria.find(({ id }) => id === line.id)}
                second={secondLevel(view, line.id)}
                set={sheet.set[line.id]}
                replies={view.replies.filter(({ criterionId }) => criterionId === line.id)}
                isFocused={sheet.focus === index}
                isIncomplete={incompleteId === line.id}
                isDisabled={isSending}
                cardRef={(element) => {
                  cards.current[index] = element;
                }}
                onFocus={() => change({ type: 'moved', to: index })}
                onLevel={(level) => choose(index, level)}
                onReason={(reason) => change({ type: 'reason-typed', criterionId: line.id, reason })}
                onDecide={() => void decide()}
              />
            ))}
          </ol>
        </section>
      </ProofLights>
      <VisuallyHidden>
        <span role="status">{shownQuote.words}</span>
      </VisuallyHidden>
      <AlikeDrafts
        drafts={view.alikeDrafts}
        chosen={sheet.alsoTo}
        onToggle={(submissionId) => change({ type: 'alike-toggled', submissionId })}
      />
      <DecisionBar
        view={view}
        rulings={rulings}
        phase={sheet.phase}
        alsoTo={sheet.alsoTo.length}
        undo={after ? { state: undo.state, run: () => void undo.run(after) } : null}
        onDecide={() => void decide()}
        onClear={() => change({ type: 'cleared' })}
      />
    </div>
  );
}

function secondLevel({ opinion }: ReviewView, criterionId: string): Level | null {
  if (opinion?.status !== 'given') return null;
  return opinion.criteria.find(({ id }) => id === criterionId)?.level ?? null;
}
