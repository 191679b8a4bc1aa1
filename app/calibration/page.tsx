import type { Metadata } from 'next';
import { BrierNote } from '@/components/calibration/brier-note';
import { CertaintyFigure } from '@/components/calibration/certainty-figure';
import { CertaintyTable } from '@/components/calibration/certainty-table';
import { countWords, readingWords } from '@/components/calibration/certainty-words';
import { DraftsTable } from '@/components/calibration/drafts-table';
import { LinkButton } from '@/components/ui/link-button';
import { currentActor } from '@/server/actor';
import { type SelfAssessmentView, selectSelfAssessment } from '@/server/self-assessment/self-assessment';
import styles from './calibration-page.module.css';

export const metadata: Metadata = { title: 'How well you judge yourself' };

export default async function CalibrationPage() {
  const actor = await currentActor();
  const view = actor ? await selectSelfAssessment(actor) : null;
  const hasQuizzes = view?.quizzes.some(({ n }) => n > 0) ?? false;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>How well you judge yourself</h1>
        <p className={styles.lead}>
          In a design review nobody hands you a grade. What helps is to know when your “sure” can be trusted. Only you
          see this page.
        </p>
      </header>
      {view && view.grades.n > 0 ? <Grades grades={view.grades} /> : <NothingYet />}
      {view && hasQuizzes ? <Quizzes quizzes={view.quizzes} /> : null}
    </div>
  );
}

function NothingYet() {
  return (
    <section className={styles.part} aria-labelledby="grades">
      <h2 id="grades">Your own marks</h2>
      <p>
        There is nothing to show yet. When you hand in a record, mark it yourself before you see the result; from the
        first one on, your marks and the grades stand here side by side.
      </p>
      <div>
        <LinkButton href="/">Go on with the course</LinkButton>
      </div>
    </section>
  );
}

function Grades({ grades }: Pick<SelfAssessmentView, 'grades'>) {
  const { right, n, brier, byCertainty, drafts } = grades;
  return (
    <>
      <section className={styles.part} aria-labelledby="grades">
        <h2 id="grades">Your own marks</h2>
        <p>
          You predicted {right} of {n} {n === 1 ? 'criterion' : 'criteria'} as graded.
          {n < 10 ? ' It is too early to say more: ten are the least that tell something.' : ''}
        </p>
        <ul className={styles.words}>
          {byCertainty.map((row) => (
            <li key={row.certainty}>
              {countWords(row)} {readingWords(row)}
            </li>
          ))}
        </ul>
        <CertaintyFigure rows={byCertainty} />
        <p className={styles.muted}>
          Bars: how often you were right; dashed below ten. Upright lines: how often the word says that you would be.
        </p>
        <CertaintyTable caption="How often each word was right about a criterion" rows={byCertainty} withSaid />
        {brier === null ? null : <BrierNote brier={brier} n={n} />}
        <p className={styles.muted}>
          The grades are a program’s, and it errs too. A criterion that it could not judge is not counted.
        </p>
      </section>
      <section className={styles.part} aria-labelledby="over-time">
        <h2 id="over-time">Over time</h2>
        <DraftsTable drafts={drafts} />
      </section>
    </>
  );
}

function Quizzes({ quizzes }: Pick<SelfAssessmentView, 'quizzes'>) {
  return (
    <section className={styles.part} aria-labelledby="quizzes">
      <h2 id="quizzes">In the quizzes</h2>
      <p>
        Every answer that you gave counts, second tries too. What a guess is worth differs from item to item, so there
        is no line to hold these against: “sure” should simply be right far more often than “guess”.
      </p>
      <CertaintyTable caption="How often each word was right about a quiz answer" rows={quizzes} withSaid={false} />
    </section>
  );
}
