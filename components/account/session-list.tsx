'use client';

import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { OwnSession } from '@/schemas/account';
import styles from './ways.module.css';

/** Where somebody is signed in; each browser can be signed out from here, or all others at once. */
export function SessionList({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const { call, isBusy, problem } = useCall();
  return (
    <>
      <ul className={styles.sessions}>
        {sessions.map(({ id, device, startedAt, seenAt, isThis }) => (
          <li key={id} className={styles.session}>
            <div>
              <span className={styles.device}>
                {device} {isThis ? <Tag tone="accent">This browser</Tag> : null}
              </span>
              <span className={styles.muted}>
                Last seen <LocalTime at={seenAt} />, signed in since <LocalTime at={startedAt} style="day" />
              </span>
            </div>
            {isThis ? null : (
              <Button
                size="small"
                isBusy={isBusy}
                aria-label={`Sign out ${device}`}
                onClick={() => void call(`/api/account/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' })}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button isBusy={isBusy} onClick={() => void call('/api/account/sessions', { method: 'DELETE' })}>
            Sign out all others
          </Button>
        </div>
      ) : (
        <p className={styles.muted} role="status">
          You are signed in nowhere else.
        </p>
      )}
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
    </>
  );
}
