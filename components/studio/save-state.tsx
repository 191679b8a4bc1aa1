import type { Dispatch } from 'react';
import { Button } from '@/components/ui/button';
import { useTimeWriter } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { FIELD_NAMES } from '@/grader/studio/passages';
import type { Decision } from '@/schemas/decision';
import type { DecisionEvent, DecisionSave, DecisionState } from './decision-machine';
import styles from './studio.module.css';

interface StateProps {
  readonly state: DecisionState;
  readonly dispatch: Dispatch<DecisionEvent>;
}

function words(save: DecisionSave, clock: (at: number) => string): string {
  switch (save.status) {
    case 'saved':
      return `Saved ${clock(save.at)}`;
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return 'Offline, kept on this device';
    case 'refused':
      return `Not saved: ${save.message}`;
    case 'conflict':
      return 'Two versions: choose one above';
    default:
      return save satisfies never;
  }
}

export function SaveLine({ save }: { readonly save: DecisionSave }) {
  const clock = useTimeWriter('time');
  return (
    <span className={styles.save} data-status={save.status} role="status">
      {words(save, clock)}
    </span>
  );
}

/** What differs, by the names of the form. */
function differences(one: Decision['record'], other: Decision['record']): string {
  const names: Readonly<Record<string, string>> = {
    ...FIELD_NAMES,
    title: 'Title',
    date: 'Date',
    status: 'Status',
    parts: 'Components',
    reviewOn: 'Ask me again on',
  };
  const keys = Object.entries(one).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Object.entries(other).find(([own]) => own === key)?.[1]),
  );
  return keys.map(([key]) => names[key] ?? key).join(', ');
}

/** Newer work found on this device, two versions to choose from, and the one that was not chosen. */
export function Versions({ state, dispatch }: StateProps) {
  const now = () => Date.now();
  if (state.save.status === 'conflict')
    return (
      <Notice
        kind="caution"
        live="alert"
        title="This decision was changed somewhere else as well."
        actions={
          <>
            <Button kind="primary" size="small" onClick={() => dispatch({ type: 'mine-kept', now: now() })}>
              Keep mine
            </Button>
            <Button size="small" onClick={() => dispatch({ type: 'theirs-taken' })}>
              Take the other
            </Button>
          </>
        }
      >
        <p>
          Another tab or device saved a version that this page had not seen. Different:{' '}
          {differences(state.work, state.save.theirs.record)}. The one that you do not choose stays in reach here.
        </p>
      </Notice>
    );
  if (state.recoveredOver)
    return (
      <Notice
        live="status"
        title="Newer work was found on this device and is on the page again."
        actions={
          <>
            <Button size="small" onClick={() => dispatch({ type: 'recovery-kept' })}>
              Go on with it
            </Button>
            <Button kind="quiet" size="small" onClick={() => dispatch({ type: 'recovery-undone', now: now() })}>
              Show what was saved before instead
            </Button>
          </>
        }
      >
        <p>It had not reached the server when this page was last closed.</p>
      </Notice>
    );
  if (!state.setAside) return null;
  return (
    <p className={styles.aside}>
      One version is set aside.{' '}
      <Button size="small" onClick={() => dispatch({ type: 'set-aside-restored', now: now() })}>
        Swap it with what is on the page
      </Button>
    </p>
  );
}
