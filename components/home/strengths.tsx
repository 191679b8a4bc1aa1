import Link from 'next/link';
import { lessonPath } from '@/components/paths';
import type { Strength } from '@/schemas/progress';
import styles from './strengths.module.css';

/** So many are shown at once; the rest is folded. */
const FIRST = 5;

/** By objective, each with the number of answers it rests on: the weakest first, because that is where work pays. */
export function Strengths({ strengths }: { readonly strengths: readonly Strength[] }) {
  if (strengths.length === 0) return null;
  const judged = strengths.filter(({ status }) => status === 'judged');
  const few = strengths.filter(({ status }) => status === 'too-few');
  return (
    <section className={styles.section} aria-labelledby="strengths">
      <h2 id="strengths">What you can do so far</h2>
      {judged.length > 0 ? (
        <p className={styles.note}>By your latest answers to quiz items, the weakest first.</p>
      ) : null}
      <List strengths={judged.slice(0, FIRST)} />
      {judged.length > FIRST ? (
        <details>
          <summary className={styles.more}>{judged.length - FIRST} more</summary>
          <List strengths={judged.slice(FIRST)} />
        </details>
      ) : null}
      {few.length > 0 ? (
        <details>
          <summary className={styles.more}>
            {few.length} {few.length === 1 ? 'objective' : 'objectives'} with too few answers to say
          </summary>
          <List strengths={few} />
        </details>
      ) : null}
    </section>
  );
}

function sayStanding(strength: Strength): string {
  if (strength.status === 'judged') return `${strength.right} of ${strength.n} answered right`;
  return `${strength.n} ${strength.n === 1 ? 'answer' : 'answers'}, too few to say`;
}

function List({ strengths }: { readonly strengths: readonly Strength[] }) {
  return (
    <ul className={styles.list}>
      {strengths.map((strength) => (
        <li key={`${strength.lessonId} ${strength.objectiveId}`}>
          <Link href={lessonPath(strength.lessonId)}>{strength.text}</Link>
          <span className={styles.share}>{sayStanding(strength)}</span>
        </li>
      ))}
    </ul>
  );
}
