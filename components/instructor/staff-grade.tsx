import type { ReactNode } from 'react';
import { Ledger } from '@/components/result/ledger';
import { pickAnswers } from '@/components/result/pick-answers';
import { Contradictions, Picks } from '@/components/result/picks';
import { type ProofCriterion, spansOf } from '@/components/result/proof-criterion';
import { ProofLights } from '@/components/result/proof-lights';
import { ProofText } from '@/components/result/proof-text';
import { ProofView } from '@/components/result/proof-view';
import { percent } from '@/components/result/readings';
import { Remarks } from '@/components/result/remarks';
import { SecondOpinion } from '@/components/result/second-opinion';
import { SumsToCheck } from '@/components/result/sums-to-check';
import { Score } from '@/components/result/verdict';
import { Notice } from '@/components/ui/notice';
import { commentsOf } from '@/grader/comments';
import { feedbackTypeOf } from '@/grader/criteria/feedback';
import { isExercisePassed } from '@/grader/passing';
import type { Grade } from '@/schemas/grade';
import type { StaffResult } from '@/schemas/result';
import { OpinionUsageLine } from './opinion-usage';
import styles from './staff-grade.module.css';

interface StaffGradeProps {
  readonly result: StaffResult;
  readonly grade: Grade;
  readonly passMark: number;
  /** How far the grader agrees with marked samples of this exercise; may arrive later than the rest. */
  readonly agreement: ReactNode;
}

/** The learner's result page with everything that is closed to the learner: descriptors, answers, receipt. */
export function StaffGrade({ result, grade, passMark, agreement }: StaffGradeProps) {
  const { handIn, components } = result;
  const criteria = toProofCriteria(result, grade);
  const misconceptions = grade.misconceptions.map((id) => ({ id, text: id }));
  return (
    <>
      {grade.needsReview ? (
        <Notice kind="caution" title="The grader asks for a person here.">
          <p>Look first at the criteria with a low confidence, then at what it noticed.</p>
        </Notice>
      ) : null}
      <div className={styles.top}>
        <Score
          grade={grade}
          isPassed={isExercisePassed(grade.overall, { exerciseOverall: passMark })}
          passMark={passMark}
        />
        <details className={styles.brief}>
          <summary>The brief</summary>
          <p>{result.brief}</p>
        </details>
      </div>
      <Contradictions
        contradictions={grade.contradictions}
        boundary={grade.boundaryContradiction}
        components={components}
      />
      <Remarks comments={grade.comments ?? commentsOf(grade)} misconceptions={misconceptions} components={components} />
      <ProofLights>
        <ProofView title="The record" text={handIn.explanation} spans={spansOf(criteria)}>
          <ProofText text={handIn.explanation} criteria={criteria} isAnnotated />
          <SumsToCheck slips={grade.arithmetic ?? []} />
        </ProofView>
        <section aria-labelledby="ledger-heading">
          <h2 id="ledger-heading" className={styles.heading}>
            Criterion by criterion
          </h2>
          <Ledger criteria={criteria} />
        </section>
      </ProofLights>
      <section aria-labelledby="picks-heading">
        <h2 id="picks-heading" className={styles.heading}>
          The board
        </h2>
        <Picks
          components={components}
          handIn={handIn}
          credits={grade.choices}
          boundary={grade.boundary}
          answers={pickAnswers(components)}
        />
      </section>
      {result.opinion ? (
        <>
          <SecondOpinion opinion={result.opinion.view} criteria={criteria} />
          <OpinionUsageLine usage={result.opinion.usage} className={styles.receipt} />
        </>
      ) : null}
      <p className={styles.receipt}>
        {grade.receipt.engine === 'none' ? 'Not read to the end by' : `Graded by ${grade.receipt.engine}`} grader{' '}
        {grade.receipt.grader}, rubric {grade.receipt.rubric.slice(0, 12)},
        {grade.receipt.calibration ? ` calibration ${grade.receipt.calibration.slice(0, 12)},` : ''} total{' '}
        {percent(grade.overall)}.
      </p>
      <p className={styles.receipt}>{agreement}</p>
    </>
  );
}

function toProofCriteria(result: StaffResult, grade: Grade): ProofCriterion[] {
  return grade.criteria.map((criterion) => {
    const line = result.criteria.find(({ id }) => id === criterion.id);
    return {
      ...criterion,
      title: line?.title ?? criterion.id,
      hint: line?.hint ?? '',
      type: feedbackTypeOf(criterion),
      reread: [],
      descriptors: line ? { asks: line.asks, full: line.full, half: line.half } : null,
    };
  });
}
