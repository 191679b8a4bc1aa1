import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ChooseDrafts } from '@/components/compare/choose-drafts';
import { DiffView } from '@/components/compare/diff-view';
import { GradeChanges } from '@/components/compare/grade-changes';
import { PickChanges } from '@/components/compare/pick-changes';
import { TextChanges } from '@/components/compare/text-changes';
import { Totals } from '@/components/compare/totals';
import { HandInList } from '@/components/exercise/hand-in-list';
import { exercisePath } from '@/components/paths';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import type { DraftComparison } from '@/schemas/comparison';
import { currentActor } from '@/server/actor';
import { selectComparison } from '@/server/comparison/comparison';
import { selectPreferences } from '@/server/preferences';
import styles from './compare-page.module.css';

interface ComparePageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
}

export async function generateMetadata({ params }: ComparePageProps): Promise<Metadata> {
  const exercise = selectOptionalExercise(await getCourse(), (await params).id);
  return { title: exercise ? `Compare drafts: ${exercise.scenario.title}` : 'Compare drafts' };
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const exercise = selectOptionalExercise(await getCourse(), (await params).id);
  if (!exercise) notFound();
  const { id, title } = exercise.scenario;
  const { from, to } = await searchParams;
  const actor = await currentActor();
  const [comparison, preferences] = await Promise.all([
    actor ? selectComparison(actor, id, { from: one(from), to: one(to) }) : null,
    selectPreferences(actor),
  ]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          Exercise {id}, <Link href={exercisePath(id)}>{title}</Link>
        </p>
        <h1>Compare two drafts</h1>
      </header>
      {comparison ? (
        <Comparison comparison={comparison} preferred={preferences.editor} />
      ) : (
        <Empty>
          <p>
            There is nothing to compare yet: it takes two drafts that were handed in for this exercise. Revise the first
            one after its result, and both stand here side by side.
          </p>
          <div>
            <LinkButton href={exercisePath(id)}>Go to the exercise</LinkButton>
          </div>
        </Empty>
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly comparison: DraftComparison;
  readonly preferred: 'monaco' | 'plain';
}

function Comparison({ comparison, preferred }: ComparisonProps) {
  const { before, after, changes } = comparison;
  const texts = { before: before.handIn.explanation, after: after.handIn.explanation };
  return (
    <>
      <ChooseDrafts comparison={comparison} />
      <section className={styles.part} aria-labelledby="grades-heading">
        <h2 id="grades-heading">The grade</h2>
        {changes ? (
          <>
            <Totals changes={changes} before={before.summary} after={after.summary} />
            <GradeChanges changes={changes} />
          </>
        ) : (
          <p>One of these drafts shows no grade yet. Open its result first; the texts can be compared already.</p>
        )}
      </section>
      <section className={styles.part} aria-labelledby="board-heading">
        <h2 id="board-heading">The board</h2>
        <PickChanges comparison={comparison} />
      </section>
      <DiffView key={`${before.summary.number}-${after.summary.number}`} {...texts} preferred={preferred}>
        <TextChanges {...texts} />
      </DiffView>
      <section className={styles.part} aria-labelledby="drafts-heading">
        <h2 id="drafts-heading">Your drafts</h2>
        <HandInList handIns={comparison.handIns} />
      </section>
    </>
  );
}
