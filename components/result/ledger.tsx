import type { ReactNode } from 'react';
import { comparisonWords } from '@/components/prediction/prediction-words';
import { ReportButton } from '@/components/report/report-button';
import { classNames } from '@/components/ui/class-names';
import { FeedbackMark } from '@/components/ui/feedback-mark';
import { LevelMark } from '@/components/ui/level-mark';
import { inFeedbackOrder } from '@/grader/comments';
import { type ComparedCriterion, comparePrediction } from '@/grader/self-assessment/compare-prediction';
import type { SubmissionId } from '@/schemas/ids';
import type { Prediction } from '@/schemas/prediction';
import inks from './criterion-colours.module.css';
import styles from './ledger.module.css';
import { inkNumber, Numeral } from './numeral';
import { criterionAnchor, type ProofCriterion, quoteAnchor } from './proof-criterion';
import { confidenceWord, percent, points } from './readings';
import { Reread } from './reread';

interface LedgerProps {
  readonly criteria: readonly ProofCriterion[];
  /** What the learner expected, said beside each level; null where they did not say, and for everybody else. */
  readonly prediction?: Prediction | null;
  /** The hand-in whose learner reads this and may say that a line is wrong; left out where somebody else reads it. */
  readonly submissionId?: SubmissionId;
}

/**
 * One line a criterion: level, points, what was missing, the quotes, a mentor's question, and where to read again. The
 * most pressing feedback comes first; each line keeps its number, by which the text points at it.
 */
export function Ledger({ criteria, prediction = null, submissionId }: LedgerProps) {
  const compared = prediction ? comparePrediction(prediction, criteria) : [];
  const lines = criteria.map((criterion, index) => ({ criterion, number: index + 1, type: criterion.type }));
  return (
    <ol className={styles.ledger}>
      {inFeedbackOrder(lines).map(({ criterion, number }) => (
        <LedgerLine
          key={criterion.id}
          criterion={criterion}
          number={number}
          compared={compared.find(({ id }) => id === criterion.id) ?? null}
        >
          {submissionId ? (
            <ReportButton
              about={{ kind: 'criterion', submissionId, criterionId: criterion.id }}
              what={`criterion ${number}, ${criterion.title}`}
            />
          ) : null}
        </LedgerLine>
      ))}
    </ol>
  );
}

interface LedgerLineProps {
  readonly criterion: ProofCriterion;
  readonly number: number;
  readonly compared: ComparedCriterion | null;
  readonly children: ReactNode;
}

function LedgerLine({ criterion, number, compared, children }: LedgerLineProps) {
  const {
    title,
    level,
    points: earned,
    max,
    confidence,
    judged,
    evidence,
    feedback,
    hint,
    reread,
    descriptors,
  } = criterion;
  return (
    <li
      id={criterionAnchor(number)}
      className={classNames(inks.ink, styles.line)}
      data-criteria={number}
      data-number={inkNumber(number)}
    >
      <h3 className={styles.title}>
        <Numeral number={number} />
        <span>{title}</span>
      </h3>
      <p className={styles.facts}>
        {judged === false ? <span>not judged</span> : <LevelMark level={level} />}
        <span className={styles.points}>
          {points(earned)} of {max} points
        </span>
        <span className={styles.confidence}>
          {confidenceWord(confidence)}, {percent(confidence)}
        </span>
      </p>
      {compared ? <p className={styles.predicted}>{comparisonWords(compared)}</p> : null}
      {feedback ? (
        <p>
          <FeedbackMark type={criterion.type} /> {feedback}
        </p>
      ) : null}
      {evidence.length > 0 ? (
        <p className={styles.quotes}>
          {evidence.map(({ start, quote }, index) => (
            <a key={start} href={`#${quoteAnchor(number, start)}`} data-criteria={number}>
              {evidence.length > 1 ? `Quote ${index + 1}` : 'The quote'}: “{shorten(quote)}”
            </a>
          ))}
        </p>
      ) : null}
      {level === 'full' ? null : <p className={styles.hint}>{hint}</p>}
      {level === 'full' ? null : <Reread links={reread} title={title} />}
      <div className={styles.foot}>
        {descriptors ? <Descriptors {...descriptors} /> : null}
        {children}
      </div>
    </li>
  );
}

function Descriptors({ asks, full, half }: NonNullable<ProofCriterion['descriptors']>) {
  return (
    <details className={styles.descriptors}>
      <summary>What earns how much</summary>
      <p>{asks}</p>
      <dl>
        <dt>
          <LevelMark level="full" />
        </dt>
        <dd>{full}</dd>
        <dt>
          <LevelMark level="half" />
        </dt>
        <dd>{half}</dd>
      </dl>
    </details>
  );
}

function shorten(quote: string): string {
  const line = quote.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 72 ? line : `${line.slice(0, line.lastIndexOf(' ', 68))} …`;
}
