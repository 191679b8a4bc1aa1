'use client';

import { useState } from 'react';
import { callApi } from '@/components/session/call-api';
import styles from './sharing.module.css';

/** Lets single sentences be shown to the own team, or takes that back. It saves by itself. */
export function SharingSwitch({ isShared }: { readonly isShared: boolean }) {
  const [isOn, setIsOn] = useState(isShared);
  const [said, setSaid] = useState('');

  async function choose(next: boolean) {
    setIsOn(next);
    const body = { sharing: next ? 'shared' : 'private' };
    const result = await callApi('/api/preferences', { method: 'PUT', body });
    setSaid(result.ok ? 'Saved.' : result.message);
    if (!result.ok) setIsOn(!next);
  }

  return (
    <div className={styles.sharing}>
      <label className={styles.choice}>
        <input type="checkbox" checked={isOn} onChange={({ target }) => void choose(target.checked)} />
        Show single sentences of mine to my team, without my name
      </label>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}
