'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import type { Reminders } from '@/schemas/roster';
import styles from './assignments.module.css';

const CHOICES: readonly { readonly name: keyof Reminders; readonly label: string }[] = [
  { name: 'dueSoon', label: 'Three days and one day before a date' },
  { name: 'overdue', label: 'When a date has passed' },
  { name: 'digest', label: 'Once a week, on Monday, if something is open' },
];

/** Which reminders one wants. Each box saves by itself; one that cannot be saved goes back. */
export function ReminderChoices({ reminders }: { readonly reminders: Reminders }) {
  const [chosen, setChosen] = useState(reminders);
  const [said, setSaid] = useState('');

  async function choose(name: keyof Reminders, isWanted: boolean) {
    const before = chosen;
    const next = { ...chosen, [name]: isWanted };
    setChosen(next);
    const result = await callApi('/api/preferences', { method: 'PUT', body: { reminders: next } });
    setSaid(result.ok ? 'Saved.' : result.message);
    if (!result.ok) setChosen(before);
  }

  return (
    <div className={styles.form}>
      <fieldset>
        <legend>Remind me</legend>
        {CHOICES.map(({ name, label }) => (
          <label key={name} className={styles.choice}>
            <input
              type="checkbox"
              checked={chosen[name]}
              onChange={({ target }) => void choose(name, target.checked)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p role="status" className={styles.muted}>
        {said}
      </p>
    </div>
  );
}
