import type { Metadata } from 'next';
import { EnterCode } from '@/components/live/enter-code';
import styles from '@/components/live/live.module.css';

export const metadata: Metadata = { title: 'Join a round' };

export default function EnterCodePage() {
  return (
    <div className={styles.page}>
      <h1>Join a round of your team</h1>
      <EnterCode />
    </div>
  );
}
