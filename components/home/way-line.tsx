import Link from 'next/link';
import styles from './next-step.module.css';

/** Which way the next step follows, and where to change that. */
export function WayLine({ pathTitle }: { readonly pathTitle: string | null }) {
  if (pathTitle)
    return (
      <p className={styles.way}>
        You follow the path <b>{pathTitle}</b>. <Link href="/paths">Change it, or take all modules</Link>
      </p>
    );
  return (
    <p className={styles.way}>
      All modules, in their order. <Link href="/paths">Choose a path for your role</Link>
    </p>
  );
}
