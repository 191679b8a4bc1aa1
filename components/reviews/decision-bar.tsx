import Link from 'next/link';
import { percent } from '@/components/result/readings';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { applyRulings, type Ruling } from '@/grader/rulings/apply-rulings';
import type { ReviewView } from '@/schemas/review-desk';
import styles from './decision-bar.module.css';
import { reviewPath } from './queue-words';
import type { Sheet } from './review-sheet';
import type { UndoState } from './use-undo';

interface DecisionBarProps {
  readonly view: ReviewView;
  readonly rulings: readonly Ruling[];
  readonly phase: Sheet['phase'];
  readonly alsoTo: number;
  /** Taking back the decision before this one; null where there is none. */
  readonly undo: { readonly state: UndoState; readonly run: () => void } | null;
  readonly onDecide: () => void;
  readonly onClear: () => void;
}

/** Stays in view: the total before and after, and the one thing to do. */
export function DecisionBar({ view, rulings, phase, alsoTo, undo, onDecide, onClear }: DecisionBarProps) {
  const after = applyRulings(view.grade, rulings).overall;
  const refusal = phase.step === 'refused' ? phase.message : undo?.state.step === 'refused' ? undo.state.message : null;
  return (
    <section className={styles.bar} aria-label="Decision">
      {refusal ? (
        <Notice kind="problem" live="alert" title="Nothing was decided.">
          <p>{refusal}</p>
        </Notice>
      ) : null}
      <div className={styles.line}>
        <p className={styles.total} role="status">
          {rulings.length === 0 ? (
            <>
              <strong>{percent(view.grade.overall)}</strong> stays
            </>
          ) : (
            <>
              {percent(view.grade.overall)} <span aria-hidden="true">→</span>
              <span className={styles.hidden}> becomes </span> <strong>{percent(after)}</strong>
            </>
          )}
          {view.machineOverall === view.grade.overall ? null : (
            <span className={styles.machine}>grader {percent(view.machineOverall)}</span>
          )}
        </p>
        <div className={styles.actions}>
          {undo && rulings.length === 0 ? (
            <Button kind="quiet" isBusy={undo.state.step === 'working'} onClick={undo.run}>
              Take back the last decision <Kbd>u</Kbd>
            </Button>
          ) : null}
          {rulings.length > 0 ? (
            <Button kind="quiet" onClick={onClear}>
              Clear <Kbd>u</Kbd>
            </Button>
          ) : null}
          {view.nextId ? (
            <Link className={styles.skip} href={reviewPath(view.nextId, view.cohortId)} prefetch={false}>
              Skip
            </Link>
          ) : null}
          <Button kind="primary" isBusy={phase.step === 'sending'} onClick={onDecide}>
            {decisionWords(rulings.length, alsoTo)} <Kbd>c</Kbd>
          </Button>
        </div>
      </div>
    </section>
  );
}

function decisionWords(levels: number, alsoTo: number): string {
  const here = levels === 0 ? 'Confirm' : levels === 1 ? 'Set this level' : `Set these ${levels} levels`;
  if (alsoTo === 0) return `${here} and go on`;
  return `${here} here and for ${alsoTo === 1 ? '1 alike' : `${alsoTo} alike`}`;
}
