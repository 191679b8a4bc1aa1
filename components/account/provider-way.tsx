'use client';

import { SsoButton } from '@/components/session/sso-button';
import { useCall } from '@/components/session/use-call';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import styles from './ways.module.css';

interface ProviderWayProps {
  readonly provider: string;
  readonly linkedAt: number | null;
  /** Not where it is the only way in. */
  readonly canLeave: boolean;
}

/** Single sign-on: connected from here and never by an address that happens to be the same. */
export function ProviderWay({ provider, linkedAt, canLeave }: ProviderWayProps) {
  const { call, isBusy, problem } = useCall();
  if (linkedAt === null)
    return (
      <div className={styles.way}>
        <h3>{provider}</h3>
        <p className={styles.muted}>Connect this account, and you can sign in with {provider} as well.</p>
        <SsoButton path="/api/account/identity" kind="secondary">{`Connect with ${provider}`}</SsoButton>
      </div>
    );
  return (
    <div className={styles.way}>
      <h3>{provider}</h3>
      <p className={styles.value}>
        <span>
          Connected since <LocalTime at={linkedAt} style="day" />
        </span>
      </p>
      {canLeave ? (
        <div>
          <Button isBusy={isBusy} onClick={() => void call('/api/account/identity', { method: 'DELETE' })}>
            Disconnect
          </Button>
        </div>
      ) : (
        <p className={styles.muted}>It is the only way into this account.</p>
      )}
      {problem() ? (
        <Notice kind="problem" live="alert">
          <p>{problem()}</p>
        </Notice>
      ) : null}
    </div>
  );
}
