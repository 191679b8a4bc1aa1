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
            <p>This page keeps working, and what you write stays on this device. It is sent when you are back.</p>
          </Notice>
        </div>
      )}
    </div>
  );
}
