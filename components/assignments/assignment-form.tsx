'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { Assignment } from '@/schemas/assignment';
import styles from './assignments.module.css';
import { MomentField } from './moment-field';
import { type PlanField, readPlan } from './read-plan';
import { type AssignmentOffer, TargetField } from './target-field';

interface AssignmentFormProps {
  readonly cohortId: string;
  readonly offer: AssignmentOffer;
  /** The one to change; null for a new one. */
  readonly assignment: Assignment | null;
  /** When the page was made: the first suggestion for the dates. */
  readonly now: number;
}

type State =
  | { readonly step: 'ready' }
  | { readonly step: 'working' }
  | { readonly step: 'saved' }
  | { readonly step: 'failed'; readonly field: PlanField | null; readonly message: string };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Makes an assignment, or changes one. What was entered stays on the screen whatever the server says. */
export function AssignmentForm({ cohortId, offer, assignment, now }: AssignmentFormProps) {
  const [state, setState] = useState<State>({ step: 'ready' });
  // One key for each assignment made here: a request that is sent again makes no second one.
  const key = useRef<string | null>(null);
  const router = useRouter();
  const failed = state.step === 'failed' ? state : null;
  const errorAt = (field: PlanField) => (failed?.field === field ? failed.message : undefined);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const read = readPlan(new FormData(form));
    if (!read.ok) {
      setState({ step: 'failed', field: read.field, message: read.message });
      form.querySelector<HTMLElement>(`[name="${read.field === 'target' ? 'kind' : read.field}"]`)?.focus();
      return;
    }
    setState({ step: 'working' });
    const root = `/api/instructor/cohorts/${cohortId}/assignments`;
    key.current ??= crypto.randomUUID();
    const result = assignment
      ? await callApi(`${root}/${assignment.id}`, {
          method: 'PUT',
          body: { baseVersion: assignment.version, plan: read.plan },
        })
      : await callApi(root, { method: 'POST', body: read.plan, idempotencyKey: key.current });
    if (!result.ok) {
      const field = result.path?.includes('target') ? 'target' : result.path?.includes('dueAt') ? 'dueAt' : null;
      setState({ step: 'failed', field, message: result.message });
      // Refused: what is sent next may be another plan.
      if (result.reason === 'refused') key.current = null;
      return;
    }
    key.current = null;
    setState({ step: 'saved' });
    if (!assignment) form.reset();
    router.refresh();
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      <Field label="Title" error={errorAt('title')} hint="Learners see it, such as “Before the design review”.">
        {(control) => <input {...control} name="title" maxLength={120} defaultValue={assignment?.title ?? ''} />}
      </Field>
      <TargetField offer={offer} target={assignment?.target ?? null} error={errorAt('target')} />
      <div className={styles.pair}>
        <MomentField label="Opens" name="opensAt" at={assignment?.opensAt ?? now} error={errorAt('opensAt')} />
        <MomentField
          label="Due"
          name="dueAt"
          at={assignment?.dueAt ?? Math.ceil((now + 14 * DAY_MS) / HOUR_MS) * HOUR_MS}
          error={errorAt('dueAt')}
        />
      </div>
      <RuleFields assignment={assignment} errorAt={errorAt} />
      <Field label="Note to the learners" hint="Optional.">
        {(control) => (
          <textarea {...control} name="note" rows={3} maxLength={1_000} defaultValue={assignment?.note ?? ''} />
        )}
      </Field>
      {failed && failed.field === null ? (
        <Notice kind="problem" live="alert" title="It is not saved.">
          <p>{failed.message}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" isBusy={state.step === 'working'}>
          {assignment ? 'Save the changes' : 'Assign it'}
        </Button>
        <p role="status">{state.step === 'saved' ? (assignment ? 'Saved.' : 'Assigned.') : ''}</p>
      </div>
    </form>
  );
}

function RuleFields({
  assignment,
  errorAt,
}: Pick<AssignmentFormProps, 'assignment'> & { readonly errorAt: (field: PlanField) => string | undefined }) {
  const share = assignment?.passing.type === 'share' ? Math.round(assignment.passing.share * 100) : '';
  return (
    <>
      <div className={styles.pair}>
        <Field label="Which hand-in counts">
          {(control) => (
            <select {...control} name="counts" defaultValue={assignment?.attempts.counts ?? 'best'}>
              <option value="best">The best one</option>
              <option value="latest">The latest one</option>
            </select>
          )}
        </Field>
        <Field label="Hand-ins per exercise, at most" hint="Empty: any number." error={errorAt('most')}>
          {(control) => (
            <input
              {...control}
              name="most"
              type="number"
              inputMode="numeric"
              min={1}
              max={20}
              defaultValue={assignment?.attempts.most ?? ''}
            />
          )}
        </Field>
      </div>
      <Field label="An exercise passes at, in %" hint="Empty: what the course says." error={errorAt('share')}>
        {(control) => (
          <input {...control} name="share" type="number" inputMode="numeric" min={10} max={100} defaultValue={share} />
        )}
      </Field>
    </>
  );
}
