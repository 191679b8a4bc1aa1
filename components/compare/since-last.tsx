import Link from 'next/link';
import { comparePath } from '@/components/paths';
import { percent } from '@/components/result/readings';
import { LevelMark } from '@/components/ui/level-mark';
import type { DraftChanges } from '@/schemas/comparison';
import type { Comment } from '@/schemas/feedback';
import { ARROW, standingWords } from './change-words';
import styles from './compare.module.css';

interface SinceLastProps {
  readonly scenarioId: string;
  readonly changes: DraftChanges;
  readonly components: readonly { readonly id: string; readonly name: string }[];
}

/** On the result of a second or later draft: what the revision changed, and which comments it settled. */
export function SinceLast({ scenarioId, changes, components }: SinceLastProps) {
  const { before, after, criteria, resolved, open } = changes;
  const worthSaying = criteria.filter(({ standing }) => standing !== 'kept');
  const about = (comment: Comment) => aboutWords(comment, components);
  return (
    <section className={styles.since} aria-labelledby="since-heading">
      <h2 id="since-heading">Since draft {before.number}</h2>
      <p>
        {sayOverall(before.overall, after.overall)} {sayDirections(changes)}{' '}
        <Link href={comparePath(scenarioId)}>Compare the drafts</Link>
      </p>
      <ul>
        {worthSaying.map((change) => (
          <li key={change.id}>
            <LevelMark level={change.after} />
            <span>{change.title}</span>
            <span className={styles.what}>
              <span aria-hidden="true">{ARROW[change.direction]}</span> {standingWords(change, after.number)}
            </span>
          </li>
        ))}
        {resolved.map((comment) => (
          <li key={`resolved-${comment.about}-${about(comment)}`}>
            <LevelMark level="full" isWordHidden />
            <span>Comment on {about(comment)}</span>
            <span className={styles.what}>resolved since draft {after.number}</span>
          </li>
        ))}
        {open.map((comment) => (
          <li key={`open-${comment.about}-${about(comment)}`}>
            <LevelMark level="none" isWordHidden />
            <span>Comment on {about(comment)}</span>
            <span className={styles.what}>still open</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayOverall(before: number, after: number): string {
  if (percent(before) === percent(after)) return `Overall the same, ${percent(after)}.`;
  return `From ${percent(before)} to ${percent(after)} overall.`;
}

function sayDirections({ criteria }: DraftChanges): string {
  const count = (direction: string) => criteria.filter((change) => change.direction === direction).length;
  return `${count('rose')} of ${criteria.length} criteria rose, ${count('fell')} fell.`;
}

function aboutWords({ about, id }: Comment, components: SinceLastProps['components']): string {
  switch (about) {
    case 'component':
      return components.find((component) => component.id === id)?.name ?? 'a choice';
    case 'boundary':
      return 'the boundary';
    case 'sums':
      return 'the sums';
    case 'misconception':
      return 'a belief that does not hold';
    case 'flag':
      return 'the text as a whole';
    case 'review':
      return 'the grade';
    default:
      return about satisfies never;
  }
}
