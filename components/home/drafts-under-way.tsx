import Link from 'next/link';
import { countOwnWords } from '@/components/exercise/record-template';
import { exercisePath } from '@/components/paths';
import { LocalTime } from '@/components/ui/local-time';
import type { DraftUnderWay } from '@/schemas/progress';
import styles from './strengths.module.css';

const sayWords = (words: number) => (words === 1 ? '1 word' : `${words} words`);

/** Records begun, or changed since they were handed in. */
export function DraftsUnderWay({ drafts }: { readonly drafts: readonly DraftUnderWay[] }) {
  if (drafts.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="drafts">
      <h2 id="drafts">Drafts under way</h2>
      <ul className={styles.list}>
        {drafts.map(({ scenarioId, title, text, savedAt }) => (
          <li key={scenarioId}>
            <Link href={exercisePath(scenarioId)}>{title}</Link>
            <span className={styles.share}>
              {sayWords(countOwnWords(text))}, saved <LocalTime at={savedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
