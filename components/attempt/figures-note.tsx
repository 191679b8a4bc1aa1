import { Brief } from '@/components/exercise/brief';
import { Notice } from '@/components/ui/notice';
import type { PublicScenario } from '@/schemas/scenario';
import styles from './figures-note.module.css';

interface ExerciseFiguresProps {
  readonly attempt: number;
  readonly isReplaced: boolean;
  readonly isChanged: boolean;
}

/** On the exercise page: what is different about the figures of this attempt. Nothing in a first attempt. */
export function ExerciseFigures({ attempt, isReplaced, isChanged }: ExerciseFiguresProps) {
  if (isReplaced)
    return (
      <Notice kind="caution" title="The figures of this exercise were replaced since you began.">
        <p>
          Drafts that you handed in keep their grades. The brief now has today’s figures, and so has what you hand in
          next: check the numbers in your text.
        </p>
      </Notice>
    );
  if (isChanged)
    return (
      <Notice kind="caution" title="This exercise was edited since you began.">
        <p>
          Your text is as you left it, and drafts that you handed in keep the grades and the rubric they were graded by.
          The brief is today’s, and what you hand in next is graded by today’s rubric: read the brief once more before
          you do.
        </p>
      </Notice>
    );
  if (attempt === 1) return null;
  return (
    <Notice title={`Attempt ${attempt}, with other figures.`}>
      <p>
        The decision is the same, the numbers of the brief are not. Drafts of earlier attempts keep theirs; your best
        result counts.
      </p>
    </Notice>
  );
}

interface ResultFiguresProps {
  readonly attempt: number;
  readonly isReplaced: boolean;
  readonly isClosed: boolean;
  /** The brief as this attempt had it; null where its figures are gone. */
  readonly scenario: PublicScenario | null;
}

/** On the result page: which figures the record speaks of, where that is no longer what the exercise page shows. */
export function ResultFigures({ attempt, isReplaced, isClosed, scenario }: ResultFiguresProps) {
  if (isReplaced)
    return (
      <Notice kind="caution" title="The figures of this draft were replaced in the course since.">
        <p>
          Your text, its marks and its grade are as they were. Worked numbers and model answers on this page have
          today’s figures, and so has the exercise when you revise.
        </p>
      </Notice>
    );
  if (!isClosed) return null;
  return (
    <Notice title={`This draft belongs to attempt ${attempt}.`}>
      <p>
        You have started over since: the exercise has other figures now. The figures on this page are those of the
        draft.
      </p>
      {scenario ? (
        <details className={styles.brief}>
          <summary>The brief as this attempt had it</summary>
          <Brief scenario={scenario} />
        </details>
      ) : null}
    </Notice>
  );
}
