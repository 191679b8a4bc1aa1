import type { Dispatch } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DraftEvent, DraftState } from './draft-machine';
import styles from './two-versions.module.css';

interface RevisionNoteProps {
  readonly state: DraftState;
  readonly dispatch: Dispatch<DraftEvent>;
}

/** Which draft is being revised; where newer work is on the page, the way to the earlier one beside it. */
export function RevisionNote({ state, dispatch }: RevisionNoteProps) {
  const { revising } = state;
  if (revising.status === 'none') return null;
  return (
    <div className={styles.notice}>
      {revising.status === 'taken' ? (
        <Notice live="status" title={`You are revising draft ${revising.number}.`}>
          <p>Draft {revising.number} itself stays as it was handed in. Handing in again makes a new draft.</p>
        </Notice>
      ) : (
        <Offer number={revising.revision.number} isLocked={state.save.status === 'conflict'} dispatch={dispatch} />
      )}
    </div>
  );
}

interface OfferProps {
  readonly number: number;
  readonly isLocked: boolean;
  readonly dispatch: Dispatch<DraftEvent>;
}

function Offer({ number, isLocked, dispatch }: OfferProps) {
  return (
    <Notice
      kind="caution"
      live="status"
      title={`The working draft was changed since draft ${number}, so it stays on the page.`}
      actions={
        <>
          <Button
            size="small"
            disabled={isLocked}
            onClick={() => dispatch({ type: 'revision-taken', now: Date.now() })}
          >
            Take draft {number} instead
          </Button>
          <Button kind="quiet" size="small" onClick={() => dispatch({ type: 'revision-declined' })}>
            Go on with the newer one
          </Button>
        </>
      }
    >
      <p>
        If you take draft {number}, what is on the page now is set aside under the record, and one click brings it back.
      </p>
    </Notice>
  );
}
