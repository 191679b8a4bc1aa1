'use client';

import { type FormEvent, useReducer } from 'react';
import styles from '@/components/cohort/cohort.module.css';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { sayCount } from '@/components/ui/say-count';
import {
  RETENTION_RULES,
  type Retention,
  type RetentionPreview,
  type RetentionRule,
  RetentionSchema,
} from '@/schemas/retention';
import own from './retention-form.module.css';
import { reduceRetention } from './retention-machine';
import { RULE_WORDS, sayDays } from './retention-words';

const CHOICES: Readonly<Record<RetentionRule, readonly (number | null)[]>> = {
  guests: [30, 60, 90, 180],
  withdrawnTexts: [null, 180, 365, 730, 1_095],
  seenNotices: [null, 90, 180, 365],
  textViews: [null, 180, 365, 730],
};

const asRules = (form: HTMLFormElement): Retention => {
  const data = new FormData(form);
  const chosen = RETENTION_RULES.map((rule) => [rule, data.get(rule) === '' ? null : Number(data.get(rule))]);
  return RetentionSchema.parse(Object.fromEntries(chosen));
};

/** How long what is kept. What would go is counted first; only counted rules can be saved. */
export function RetentionForm({ retention }: { readonly retention: Retention }) {
  const { call, send, isBusy, problem } = useCall();
  const [state, act] = useReducer(reduceRetention, { status: 'editing' });

  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const rules = asRules(event.currentTarget);
    const path = '/api/organisation/retention-previews';
    const counted = await send<{ preview: RetentionPreview }>(path, { method: 'POST', body: rules });
    if (counted) act({ type: 'counted', rules, preview: counted.preview });
  }

  async function save(rules: Retention) {
    if (await call('/api/organisation/retention', { method: 'PUT', body: rules })) act({ type: 'saved' });
  }

  return (
    <form className={own.form} onSubmit={(event) => void check(event)} onChange={() => act({ type: 'edited' })}>
      <div className={own.rules}>
        {RETENTION_RULES.map((rule) => (
          <Field key={rule} label={RULE_WORDS[rule].label} hint={RULE_WORDS[rule].hint} className={own.rule ?? ''}>
            {(control) => (
              <select {...control} name={rule} defaultValue={retention[rule] ?? ''}>
                {CHOICES[rule].map((days) => (
                  <option key={days} value={days ?? ''}>
                    {days === null ? 'Until deleted' : sayDays(days)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <div className={styles.actions}>
        <Button type="submit" kind={state.status === 'counted' ? 'secondary' : 'primary'} isBusy={isBusy}>
          See what would go
        </Button>
        {state.status === 'counted' ? (
          <Button type="button" kind="primary" isBusy={isBusy} onClick={() => void save(state.rules)}>
            Save these rules
          </Button>
        ) : null}
      </div>
      {problem() ? (
        <Notice kind="problem" live="alert" title="Nothing was changed.">
          <p>{problem()}</p>
        </Notice>
      ) : null}
      <div role="status">
        {state.status === 'counted' ? <Effects preview={state.preview} /> : null}
        {state.status === 'saved' ? (
          <p>Saved, and written into the record of acts. What is older goes the next night.</p>
        ) : null}
      </div>
    </form>
  );
}

function Effects({ preview }: { readonly preview: RetentionPreview }) {
  const some = RETENTION_RULES.filter((rule) => preview[rule].count > 0);
  if (some.length === 0) return <p>Nothing would go now: everything is younger than these rules.</p>;
  return (
    <>
      <p>The next night this would go, for good:</p>
      <ul className={styles.points}>
        {some.map((rule) => {
          const { count, oldest } = preview[rule];
          const { one, many } = RULE_WORDS[rule];
          return (
            <li key={rule}>
              <strong>
                {sayCount(count)} {count === 1 ? one : many}
              </strong>
              {oldest === null ? null : (
                <>
                  , the oldest of <LocalTime at={oldest} style="date" />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
