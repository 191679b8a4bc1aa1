'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useReducer } from 'react';
import { announceLanding } from '@/components/exercise/landing-note';
import { type ApiResult, callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PredictionAnswer, PredictionAsk } from '@/schemas/prediction';
import { CriterionMarks, criterionTarget } from './criterion-marks';
import styles from './prediction-form.module.css';
import { EMPTY_PREDICTION, missingMarks, reducePrediction, toPrediction } from './prediction-machine';

/** Own marks before the result: one row a criterion. The grade is not on this page; it comes with the answer. */
export function PredictionForm({ ask }: { readonly ask: PredictionAsk }) {
  const { criteria, submissionId } = ask;
  const [{ marks, sending }, dispatch] = useReducer(reducePrediction, EMPTY_PREDICTION);
  const router = useRouter();
  const isSending = sending.status === 'sending';
  const isBusyWith = (what: string) => isSending && sending.what === what;

  /** Answered elsewhere meanwhile, in another tab: the page has the result then, and this form has no more to ask. */
  function settle(result: ApiResult<unknown>) {
    if (!result.ok && result.code !== 'already-answered' && result.code !== 'not-asked')
      return dispatch({ type: 'refused', message: result.message });
    announceLanding(submissionId);
    router.refresh();
  }

  async function answer(body: PredictionAnswer) {
    if (isSending) return;
    dispatch({ type: 'sent', what: body.type });
    settle(await callApi(`/api/submissions/${submissionId}/prediction`, { method: 'PUT', body }));
  }

  async function neverAsk() {
    if (isSending) return;
    dispatch({ type: 'sent', what: 'never' });
    settle(await callApi('/api/preferences', { method: 'PUT', body: { predictions: 'never' } }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const prediction = toPrediction(marks, criteria);
    if (prediction) return void answer({ type: 'predicted', criteria: prediction });
    const missing = missingMarks(marks, criteria);
    dispatch({ type: 'found-incomplete', missing });
    document.getElementById(criterionTarget(missing[0] ?? '', marks[missing[0] ?? '']))?.focus();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ol className={styles.criteria}>
        {criteria.map((criterion) => (
          <li key={criterion.id}>
            <CriterionMarks
              criterion={criterion}
              marks={marks[criterion.id]}
              isMissing={sending.status === 'incomplete' && sending.missing.includes(criterion.id)}
              dispatch={dispatch}
            />
          </li>
        ))}
      </ol>
      {sending.status === 'failed' ? (
        <Notice kind="problem" live="alert" title="Your marks have not arrived.">
          <p>{sending.message} Your record is stored, and what you marked is still on this page.</p>
        </Notice>
      ) : null}
      <p className={styles.open} role="status">
        {sending.status === 'incomplete'
          ? `${sending.missing.length === 1 ? 'One criterion lacks' : `${sending.missing.length} criteria lack`} a level or how sure you are.`
          : ''}
      </p>
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isBusy={isBusyWith('predicted')}>
          Keep my marks and show the result
        </Button>
        <Button isBusy={isBusyWith('skipped')} onClick={() => void answer({ type: 'skipped' })}>
          Skip this time
        </Button>
        <Button kind="quiet" isBusy={isBusyWith('never')} onClick={() => void neverAsk()}>
          Never ask me
        </Button>
      </div>
      <noscript>
        <p>This form needs JavaScript. Your record is stored either way; its result is on this page once it runs.</p>
      </noscript>
    </form>
  );
}
