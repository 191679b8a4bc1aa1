'use client';

import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { RosterLine } from '@/schemas/invite';
import styles from './cohort.module.css';
import { ImportLines } from './import-lines';

/** What the list came to: nothing yet, what would happen, or what happened. */
type Listed =
  | { readonly step: 'none' }
  | { readonly step: 'checked'; readonly lines: readonly RosterLine[]; readonly text: string; readonly days: number }
  | { readonly step: 'applied'; readonly lines: readonly RosterLine[] };

const MAKES_LINK = ['new', 'again', 'elsewhere'];

/** Invites many by a list: first it says what each line would do, then it does it. */
export function ImportForm({ cohortId }: { readonly cohortId: string }) {
  const { call, isBusy, errorFor, problem, refuse, reset } = useCall();
  const [listed, setListed] = useState<Listed>({ step: 'none' });
  const form = useRef<HTMLFormElement>(null);

  const send = (mode: 'check' | 'apply', text: string, days: number) =>
    call<{ lines: RosterLine[] }>(`/api/cohorts/${cohortId}/imports`, { method: 'POST', body: { text, days, mode } });

  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [text, days] = [String(data.get('text') ?? ''), Number(data.get('days'))];
    setListed({ step: 'none' });
    if (!text.trim()) return refuse('Paste a list, or choose a file.', 'text');
    const read = await send('check', text, days);
    if (read) setListed({ step: 'checked', lines: read.lines, text, days });
  }

  async function apply(text: string, days: number) {
    const read = await send('apply', text, days);
    if (read) setListed({ step: 'applied', lines: read.lines });
  }

  async function readFile({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    const area = form.current?.querySelector('textarea');
    if (!file || !area) return;
    reset();
    setListed({ step: 'none' });
    if (file.size > 1_000_000) return refuse('The file is larger than 1 MB. Send it in parts.', 'text');
    area.value = await file.text();
  }

  return (
    <>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void check(event)}>
        <Field
          label="People, one a line: email, name, role"
          hint="From a spreadsheet, or typed. Name and role may be left out; without a role they are learners."
          error={errorFor('text')}
        >
          {(control) => (
            <textarea
              {...control}
              name="text"
              className={styles.area}
              rows={7}
              spellCheck={false}
              placeholder={'email,name,role\nada@example.org,Ada Lovelace,learner'}
            />
          )}
        </Field>
        <div className={styles.row}>
          <Field label="Or a CSV file">
            {(control) => (
              <input
                {...control}
                type="file"
                accept=".csv,.txt,text/csv,text/plain"
                onChange={(event) => void readFile(event)}
              />
            )}
          </Field>
          <Field label="Links work for">
            {(control) => (
              <select {...control} name="days" defaultValue="7">
                <option value="1">1 day</option>
                <option value="7">7 days</option>
                <option value="30">30 days</option>
              </select>
            )}
          </Field>
        </div>
        <Button type="submit" isBusy={isBusy}>
          Check the list
        </Button>
      </form>
      {problem('text') ? (
        <Notice kind="problem" live="alert" title="Nothing was changed.">
          <p>{problem('text')}</p>
        </Notice>
      ) : null}
      {listed.step === 'none' ? null : <ImportLines lines={listed.lines} isApplied={listed.step === 'applied'} />}
      {listed.step === 'checked' ? (
        <Apply lines={listed.lines} isBusy={isBusy} onApply={() => void apply(listed.text, listed.days)} />
      ) : null}
    </>
  );
}

interface ApplyProps {
  readonly lines: readonly RosterLine[];
  readonly isBusy: boolean;
  readonly onApply: () => void;
}

function Apply({ lines, isBusy, onApply }: ApplyProps) {
  const count = lines.filter(({ status }) => MAKES_LINK.includes(status)).length;
  if (count === 0) return <p role="status">Nobody in this list needs an invitation.</p>;
  return (
    <div className={styles.actions}>
      <Button kind="primary" isBusy={isBusy} onClick={onApply}>
        {count === 1 ? 'Make 1 invitation' : `Make ${count} invitations`}
      </Button>
      <span className={styles.muted}>Nothing has been changed yet.</span>
    </div>
  );
}
