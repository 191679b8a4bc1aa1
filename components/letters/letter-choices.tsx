'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import { Field } from '@/components/ui/field';
import { useIsBrowser } from '@/components/ui/use-is-browser';
import type { LetterKind, Letters } from '@/schemas/letter';
import styles from './letters.module.css';

const CHOICES: readonly { readonly name: LetterKind; readonly label: string }[] = [
  { name: 'dueSoon', label: 'Three days and one day before the date of an assignment that is not done' },
  { name: 'overdue', label: 'When such a date has passed' },
  { name: 'feedback', label: 'When a person looked at a draft of mine, ruled on an appeal or regraded' },
  { name: 'digest', label: 'On Monday: what my week holds, if something is open' },
];
const DESK = { name: 'desk', label: 'On Monday: who needs me in the cohorts I teach, in numbers' } as const;

interface LetterChoicesProps {
  readonly letters: Letters;
  readonly isInstructor: boolean;
}

/** Which letters one wants, and whose mornings count. Each choice saves by itself; one that cannot be saved goes back. */
export function LetterChoices({ letters, isInstructor }: LetterChoicesProps) {
  const [chosen, setChosen] = useState(letters);
  const [said, setSaid] = useState('');
  const isBrowser = useIsBrowser();
  const zones = isBrowser ? zonesWith(chosen.timeZone) : [];

  async function choose(changed: Partial<Letters>) {
    const before = chosen;
    const next = { ...chosen, ...changed };
    // The first choice brings the zone of this browser along, unless one was chosen.
    next.timeZone ??= ownZone();
    setChosen(next);
    const result = await callApi('/api/preferences', { method: 'PUT', body: { letters: next } });
    setSaid(result.ok ? 'Saved.' : result.message);
    if (!result.ok) setChosen(before);
  }

  return (
    <div className={styles.form}>
      <fieldset>
        <legend>Write to me</legend>
        {[...CHOICES, ...(isInstructor ? [DESK] : [])].map(({ name, label }) => (
          <label key={name} className={styles.choice}>
            <input
              type="checkbox"
              checked={chosen[name]}
              onChange={({ target }) => void choose({ [name]: target.checked })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Field label="Time zone" hint="Letters come between eight in the morning and eight in the evening there.">
        {(control) => (
          <select
            {...control}
            className={styles.zone}
            disabled={!isBrowser}
            value={chosen.timeZone ?? ''}
            onChange={({ target }) => void choose({ timeZone: target.value })}
          >
            {chosen.timeZone === null ? <option value="">Not chosen yet</option> : null}
            {(isBrowser ? zones : [chosen.timeZone ?? '']).filter(Boolean).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        )}
      </Field>
      <p role="status">{said}</p>
    </div>
  );
}

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function zonesWith(chosen: string | null): string[] {
  const all = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ownZone(), ...(chosen ? [chosen] : [])]);
  return [...all].toSorted();
}
