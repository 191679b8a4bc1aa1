import { percent } from '@/components/result/readings';
import { LinkButton } from '@/components/ui/link-button';
import type { ContraryEntry } from '@/schemas/rebuttal';
import styles from './contrary.module.css';
import { contraryPath } from './contrary-path';
import { OpenButton } from './open-button';

interface ContrarySectionProps {
  readonly submissionId: string;
  readonly entry: ContraryEntry | null;
}

/** Under a result: the strongest case against one's picks, for those who ask. No word of it before. */
export function ContrarySection({ submissionId, entry }: ContrarySectionProps) {
  if (!entry) return null;
  return (
    <section className={styles.section} aria-labelledby="contrary-heading">
      <h2 id="contrary-heading">The other side</h2>
      <p className={styles.intro}>
        Somebody sensible would decide otherwise. Read the strongest case against your picks and answer it in three
        sentences. It changes no grade.
      </p>
      <Standing entry={entry} submissionId={submissionId} />
    </section>
  );
}

function Standing({ entry, submissionId }: { readonly entry: ContraryEntry; readonly submissionId: string }) {
  switch (entry.status) {
    case 'ready':
      return <OpenButton submissionId={submissionId} />;
    case 'opened':
      return (
        <div className={styles.actions}>
          <LinkButton kind="primary" href={contraryPath(submissionId)} prefetch={false}>
            Answer the other side
          </LinkButton>
          <span className={styles.quiet}>Opened, not answered yet.</span>
        </div>
      );
    case 'answered':
      return (
        <div className={styles.actions}>
          <LinkButton href={contraryPath(submissionId)} prefetch={false}>
            Look at your answer
          </LinkButton>
          <span className={styles.quiet}>
            Best {percent(entry.best)}, {entry.replies === 1 ? 'one answer' : `${entry.replies} answers`}.
          </span>
        </div>
      );
    default:
      return entry satisfies never;
  }
}
