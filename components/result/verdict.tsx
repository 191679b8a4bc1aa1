import { LevelGlyph } from '@/components/ui/level-mark';
import { Tag } from '@/components/ui/tag';
import { CONTRADICTED_MOST } from '@/grader/overall-share';
import type { Grade } from '@/schemas/grade';
import { CONTRADICTIONS_ANCHOR, criterionAnchor, type ProofCriterion } from './proof-criterion';
import { fixFirst, percent, points } from './readings';
import styles from './verdict.module.css';

interface ScoreProps {
  readonly grade: Pick<Grade, 'overall' | 'explanation' | 'choices' | 'boundary'>;
  readonly isPassed: boolean;
  readonly passMark: number;
}

/** The total, what it is made of, and where the pass mark stands. */
export function Score({ grade, isPassed, passMark }: ScoreProps) {
  const picks = Object.values(grade.choices);
  const credit = picks.reduce((sum, pick) => sum + pick.credit, 0);
  return (
    <div className={styles.score}>
      <p className={styles.total}>
        <strong>{percent(grade.overall)}</strong>
        <Tag tone={isPassed ? 'met' : 'partly'}>{isPassed ? 'Passed' : 'Not passed yet'}</Tag>
      </p>
      <div className={styles.scale} aria-hidden="true">
        <span className={styles.fill} style={{ width: `${grade.overall * 100}%` }} />
        <span className={styles.mark} style={{ left: `${passMark * 100}%` }} />
      </div>
      <p className={styles.parts}>
        Passed at {percent(passMark)}. Text {points(grade.explanation.points)} of {grade.explanation.max} points,
        choices {points(credit)} of {picks.length}, boundary {points(grade.boundary.credit)} of 1.
      </p>
    </div>
  );
}

interface FixFirstProps {
  readonly criteria: readonly ProofCriterion[];
  /** Whether board and text disagree on a part, which holds the total down whatever else is gained. */
  readonly isContradicted: boolean;
}

/** What holds the total down, then the criteria with the most to gain, each with its mentor's question: two in all. */
export function FixFirst({ criteria, isContradicted }: FixFirstProps) {
  const first = fixFirst(criteria, isContradicted ? 1 : 2);
  const count = first.length + (isContradicted ? 1 : 0);
  if (count === 0) return null;
  return (
    <section className={styles.fix} aria-labelledby="fix-heading">
      <h2 id="fix-heading">{count === 1 ? 'Fix this first' : 'Fix these two first'}</h2>
      <ol>
        {isContradicted ? (
          <li>
            <a href={`#${CONTRADICTIONS_ANCHOR}`}>The board and the text disagree</a>
            <p>
              Which of the two do you mean? Until they agree, the total stays at {percent(CONTRADICTED_MOST)} or below.
            </p>
          </li>
        ) : null}
        {first.map((criterion) => (
          <li key={criterion.id}>
            <a href={`#${criterionAnchor(criteria.indexOf(criterion) + 1)}`}>{criterion.title}</a>
            <span className={styles.gain}>{points(criterion.max - criterion.points)} points to gain</span>
            <p>{criterion.hint}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const CREDIT_LEVEL = { defensible: 'full', weak: 'half', wrong: 'none' } as const;
const VERDICT_WORDS = {
  defensible: 'defensible here',
  weak: 'unusual, and the text carries it half-way',
  wrong: 'not carried by the brief and the text',
} as const;

export function PickVerdict({ verdict }: { readonly verdict: keyof typeof CREDIT_LEVEL }) {
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <LevelGlyph level={CREDIT_LEVEL[verdict]} /> {VERDICT_WORDS[verdict]}
    </span>
  );
}
