import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/blind-marking/blind-marking.module.css';
import { MarkingForm } from '@/components/blind-marking/marking-form';
import { type ComparedAnswer, ComparedAnswers, RoundFigures } from '@/components/blind-marking/round-comparison';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { compareRound } from '@/grader/trust/compare-round';
import { CalibrationRoundIdSchema, type CalibrationTask } from '@/schemas/calibration-round';
import { currentActor } from '@/server/actor';
import { cohortsWith } from '@/server/authority';
import { type MarkedAnswer, selectRound } from '@/server/calibration/mark-round';
import pageStyles from '../../../instructor.module.css';

export const metadata: Metadata = { title: 'Marking blind' };

interface RoundPageProps {
  readonly params: Promise<{ roundId: string }>;
}

export default async function RoundPage({ params }: RoundPageProps) {
  const id = CalibrationRoundIdSchema.safeParse((await params).roundId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || cohortsWith(actor, 'manage').length === 0) notFound();
  const view = await selectRound(actor, id.data);
  if (!view) notFound();
  return (
    <div className={pageStyles.page}>
      {view.status === 'marking' ? (
        <Marking roundId={id.data} task={view.task} />
      ) : (
        <Finished answers={view.answers} gone={view.gone} />
      )}
    </div>
  );
}

const toRounds = (
  <p>
    <Link href="/instructor/trust/calibration">Mark ten answers blind</Link>
  </p>
);

function Marking({ roundId, task }: { readonly roundId: string; readonly task: CalibrationTask }) {
  const { handIn, components, scenarioTitle, brief, marked, total, position } = task;
  return (
    <>
      <header className={pageStyles.head} aria-live="polite">
        {toRounds}
        <h1>
          Answer {marked + 1} of {total}
        </h1>
        <p className={pageStyles.note}>{scenarioTitle}. Your marks are kept answer by answer.</p>
      </header>
      <div className={styles.desk}>
        <section className={styles.answer} aria-labelledby="answer-heading">
          <h2 id="answer-heading">The answer</h2>
          <ul className={styles.picks} aria-label="Picks">
            {components.map(({ id, name }) => (
              <li key={id}>
                {name}: <strong>{handIn.choices[id] ?? 'nothing'}</strong>
              </li>
            ))}
            <li>
              boundary: <strong>{handIn.boundary}</strong>
            </li>
          </ul>
          <p className={styles.text}>{handIn.explanation}</p>
          <details className={styles.brief}>
            <summary>The brief</summary>
            <p>{brief}</p>
          </details>
        </section>
        <section aria-labelledby="rubric-heading">
          <h2 id="rubric-heading">The rubric</h2>
          <MarkingForm key={position} roundId={roundId} task={task} />
        </section>
      </div>
    </>
  );
}

function toCompared(
  { scenarioTitle, submissionId, explanation, criteria, own, machine, reference }: MarkedAnswer,
  at: number,
) {
  const lines = criteria.flatMap(({ id, title }) => {
    const [level, mark] = [own[id], machine.find(({ criterionId }) => criterionId === id)];
    return level && mark ? [{ id, title, own: level, machine: mark, reference: reference?.[id] ?? null }] : [];
  });
  const compared: ComparedAnswer = {
    key: String(at),
    title: `${at + 1}. ${scenarioTitle}`,
    href: submissionId ? `/instructor/results/${submissionId}` : null,
    explanation,
    lines,
  };
  return compared;
}

function Finished({ answers, gone }: { readonly answers: readonly MarkedAnswer[]; readonly gone: number }) {
  const compared = answers.map(toCompared);
  const comparison = compareRound(
    compared.map(({ lines }) =>
      lines.map(({ own, machine, reference }) => ({ own, machine: machine.level, reference })),
    ),
  );
  return (
    <>
      <header className={pageStyles.head}>
        {toRounds}
        <h1>You, the grader and the reference</h1>
        <p className={pageStyles.note}>
          {answers.length} answers marked.{' '}
          {gone > 0 ? `${gone} could not be compared: the answer is no longer there, or no longer yours to read. ` : ''}
          The reference is the mark that comes with a sample, or what a person decided about a draft. Ten answers give
          wide intervals; look at where you differ rather than at the figure. No grade was changed.
        </p>
      </header>
      <section className={pageStyles.section} aria-labelledby="figures-heading">
        <h2 id="figures-heading">How far you agree</h2>
        <RoundFigures comparison={comparison} />
      </section>
      <section className={pageStyles.section} aria-labelledby="differences-heading">
        <h2 id="differences-heading">Answer by answer</h2>
        <ComparedAnswers answers={compared} />
      </section>
    </>
  );
}
