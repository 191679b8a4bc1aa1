'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import styles from './queue-list.module.css';

type State = { readonly step: 'ready' | 'sending' | 'saved' } | { readonly step: 'failed'; readonly message: string };

/** How much of the cohort's work is drawn to check the grader. */
export function SampleForm({ cohortId, percent }: { readonly cohortId: string; readonly percent: number }) {
  const [state, setState] = useState<State>({ step: 'ready' });
  const router = useRouter();
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const value = Number(new FormData(event.currentTarget).get('percent'));
    if (!Number.isInteger(value) || value < 0 || value > 100) {
      setState({ step: 'failed', message: 'Enter a whole number from 0 to 100.' });
      return;
    }
    setState({ step: 'sending' });
    const path = `/api/instructor/cohorts/${cohortId}/review-sample`;
    const result = await callApi(path, { method: 'PUT', body: { percent: value } });
    setState(result.ok ? { step: 'saved' } : { step: 'failed', message: result.message });
    if (result.ok) router.refresh();
  }
  return (
    <form className={styles.sample} noValidate onSubmit={(event) => void save(event)}>
      <Field
        label="Also draw at random, in per cent of all drafts"
        hint="To see how well the grader works where it is sure of itself. 5 is a good start; the same drafts stay drawn."
        error={state.step === 'failed' ? state.message : undefined}
      >
        {(control) => (
          <input
            {...control}
            name="percent"
            type="number"
            min={0}
            max={100}
            step={1}
            inputMode="numeric"
            defaultValue={percent}
          />
        )}
      </Field>
      <Button type="submit" isBusy={state.step === 'sending'}>
        Save
      </Button>
      <p role="status">{state.step === 'saved' ? 'Saved.' : ''}</p>
    </form>
  );
}
