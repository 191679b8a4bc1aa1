'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { writeMadr } from '@/grader/studio/adr/write-madr';
import type { Decision, DecisionRecord } from '@/schemas/decision';
import { DecisionForm } from './decision-form';
import { fileName } from './decision-words';
import { DownloadButton } from './download-button';
import { FEEDBACK_ID, FeedbackPanel } from './feedback-panel';
import { SaveLine, Versions } from './save-state';
import styles from './studio.module.css';
import { useDecision } from './use-decision';
import { type StoredFeedback, useFeedback } from './use-feedback';

interface StudioBenchProps {
  readonly stored: Decision;
  readonly learnerId: string;
  readonly feedback: StoredFeedback | null;
}

/** The decision at the left, what a reviewer would say at the right; under it whether it is safe. */
export function StudioBench({ stored, learnerId, feedback }: StudioBenchProps) {
  const { state, dispatch, saveNow } = useDecision(stored, learnerId);
  const { work } = state;
  const reading = useFeedback(stored.id, work, feedback, saveNow);
  const change = (part: Partial<DecisionRecord>) =>
    dispatch({ type: 'edited', work: { ...work, ...part }, now: Date.now() });
  return (
    <div className={styles.bench}>
      <div className={styles.work}>
        <Versions state={state} dispatch={dispatch} />
        <DecisionForm record={work} change={change} />
        <section className={styles.outside} aria-labelledby="take-along">
          <h2 id="take-along">Take it along</h2>
          <div className={styles.actions}>
            <DownloadButton name={fileName(work.title, '.md')} text={() => writeMadr(work)}>
              Export as Markdown (MADR 4)
            </DownloadButton>
            <LinkButton href={`/studio/${stored.id}/print`}>Review checklist, one page</LinkButton>
            <DeleteDecision decisionId={stored.id} />
          </div>
        </section>
      </div>
      <FeedbackPanel state={reading.state} isOld={reading.isOld} onRead={() => void reading.read()} />
      <section className={styles.line} aria-label="State of the decision">
        <SaveLine save={state.save} />
        <a href={`#${FEEDBACK_ID}`} className={styles.toFeedback}>
          To the seven points
        </a>
      </section>
    </div>
  );
}

/** Two steps, because it cannot be undone. */
function DeleteDecision({ decisionId }: { readonly decisionId: string }) {
  const [step, setStep] = useState<'idle' | 'asked' | 'deleting'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  async function remove() {
    setStep('deleting');
    const result = await callApi(`/api/decisions/${decisionId}`, { method: 'DELETE', body: {} });
    if (result.ok) return router.push('/studio');
    setProblem(result.message);
    setStep('asked');
  }

  if (step === 'idle')
    return (
      <Button kind="quiet" onClick={() => setStep('asked')}>
        Delete this decision
      </Button>
    );
  return (
    <Notice
      kind="caution"
      live="alert"
      title="Delete this decision for good?"
      actions={
        <>
          <Button size="small" isBusy={step === 'deleting'} onClick={() => void remove()}>
            Yes, delete it
          </Button>
          <Button size="small" kind="quiet" onClick={() => setStep('idle')}>
            Keep it
          </Button>
        </>
      }
    >
      <p>{problem ?? 'No copy is kept. Export it first if you may need it.'}</p>
    </Notice>
  );
}
