'use client';

import { useState } from 'react';
import { deviceKeys, forget, keep, readCopy, readSetAside } from '@/components/exercise/device-copy';
import { MOST_SET_ASIDE, type SetAside } from '@/components/exercise/draft-machine';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PartialHandIn, PublicScenario } from '@/schemas/scenario';
import styles from './start-over.module.css';

interface StartOverProps {
  readonly scenarioId: PublicScenario['id'];
  readonly learnerId: string;
  readonly attempt: number;
}

type Phase = { readonly status: 'idle' | 'starting' } | { readonly status: 'failed'; readonly message: string };

/** The same exercise with other numbers, offered once something was handed in. Two steps, so that no slip does it. */
export function StartOver({ scenarioId, learnerId, attempt }: StartOverProps) {
  const [phase, setPhase] = useState<Phase>({ status: 'idle' });

  async function start() {
    setPhase({ status: 'starting' });
    const result = await callApi<{ attempt: number; setAside: PartialHandIn | null }>(
      `/api/exercises/${scenarioId}/attempts`,
      { method: 'POST', body: { attempt } },
    );
    if (!result.ok) {
      setPhase({ status: 'failed', message: result.message });
      return;
    }
    keepWithinReach(scenarioId, learnerId, result.value.setAside);
    // A new page rather than a refresh: nothing of the closed attempt may go on saving itself.
    window.location.assign(`/exercises/${scenarioId}`);
  }

  return (
    <details className={styles.startOver}>
      <summary>Start over with other figures</summary>
      <p>
        The same exercise and the same decision, told with other numbers, so that you can argue it once more without
        your old sums. Drafts that you handed in stay as they are, each with its own figures, and your best result
        counts. The text you are working on now is put aside and stays within reach below the record, in this browser.
      </p>
      <Button isBusy={phase.status === 'starting'} onClick={() => void start()}>
        {phase.status === 'starting' ? 'Starting over …' : 'Start over'}
      </Button>
      {phase.status === 'failed' ? (
        <Notice kind="problem" live="alert" title="The exercise was not started over.">
          <p>{phase.message}</p>
        </Notice>
      ) : null}
    </details>
  );
}

/** What was being written goes to the texts put aside, unsaved words of this device included. */
function keepWithinReach(scenarioId: string, learnerId: string, saved: PartialHandIn | null): void {
  const keys = deviceKeys(learnerId, scenarioId);
  const at = Date.now();
  const unsaved = readCopy(keys.copy);
  const texts = [unsaved?.handIn ?? null, saved].flatMap((handIn): SetAside[] =>
    handIn && handIn.explanation.trim() !== '' ? [{ handIn, at, origin: 'this-tab' }] : [],
  );
  if (texts.length > 0) keep(keys.setAside, [...texts, ...readSetAside(keys.setAside)].slice(0, MOST_SET_ASIDE));
  forget(keys.copy);
}
