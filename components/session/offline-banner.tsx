'use client';

import { Notice } from '@/components/ui/notice';
import styles from './banner.module.css';
import { useIsOnline } from './use-is-online';

export function OfflineBanner() {
  const isOnline = useIsOnline();
  return (
    <div role="status" data-print="hide">
      {isOnline ? null : (
        <div className={styles.banner}>
          <Notice kind="caution" title="You are offline.">
            <p>
              Nothing you entered is lost. Drafts, and records that you hand in, stay on this device and are sent by
              themselves when you are back; anything else waits for you to press again.
            </p>
          </Notice>
        </div>
      )}
    </div>
  );
}
