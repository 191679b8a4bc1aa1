import { LEVEL_WORD, LevelMark } from '@/components/ui/level-mark';
import type { DraftAppeal } from '@/schemas/appeal';
import { LEVEL_SHARE } from '@/schemas/rubric';
import styles from './appeals.module.css';
import { RulingForm } from './ruling-form';

interface DraftAppealsProps {
  readonly appeals: readonly DraftAppeal[];
  readonly cohortId: string;
  readonly basedOn: number;
  readonly text: string;
}

/** Characters shown before and after the learner’s sentence. */
const AROUND = 160;

/** On the page of a draft under review: each appeal with its sentence in place, the rubric, and what the grader had. */
export function DraftAppeals({ appeals, cohortId, basedOn, text }: DraftAppealsProps) {
  if (appeals.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="appeals-heading">
      <h2 id="appeals-heading">{appeals.length === 1 ? 'An appeal' : `${appeals.length} appeals`}</h2>
      <ul className={styles.list}>
        {appeals.map((appeal) => (
          <li key={appeal.id} className={styles.appeal}>
            <h3>{appeal.criterion.title}</h3>
            <p className={styles.said}>
              <span className={styles.label}>The learner’s reason</span>
              {appeal.reason}
            </p>
            <Passage appeal={appeal} text={text} />
            <Rubric appeal={appeal} />
            {appeal.isAlone ? (
              <p className={styles.note}>
                You set this level yourself. Nobody else may rule here, so you do, and the record says so.
              </p>
            ) : null}
            {appeal.mayRule ? (
              <RulingForm appealId={appeal.id} cohortId={cohortId} basedOn={basedOn} levels={levelsAbove(appeal)} />
            ) : (
              <p className={styles.note}>You set this level, so somebody else rules on the appeal.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function levelsAbove({ level }: DraftAppeal) {
  return (['full', 'half'] as const)
    .filter((other) => LEVEL_SHARE[other] > LEVEL_SHARE[level])
    .map((other) => ({ level: other, words: `Uphold: ${LEVEL_WORD[other]}` }));
}

function Passage({ appeal: { passage }, text }: { readonly appeal: DraftAppeal; readonly text: string }) {
  if (!passage) return <p className={styles.note}>Its learner points at no one sentence.</p>;
  const from = Math.max(0, passage.start - AROUND);
  return (
    <blockquote className={styles.quote}>
      {from > 0 ? '… ' : ''}
      {text.slice(from, passage.start)}
      <mark>
        <span className={styles.hidden}>The sentence: </span>
        {text.slice(passage.start, passage.end)}
      </mark>
      {text.slice(passage.end, passage.end + AROUND)}
      {passage.end + AROUND < text.length ? ' …' : ''}
    </blockquote>
  );
}

function Rubric({ appeal: { criterion, level, feedback, evidence } }: { readonly appeal: DraftAppeal }) {
  return (
    <dl className={styles.rubric}>
      <dt>It asks</dt>
      <dd>{criterion.asks}</dd>
      <dt>
        <LevelMark level="full" />
      </dt>
      <dd>{criterion.full}</dd>
      <dt>
        <LevelMark level="half" />
      </dt>
      <dd>{criterion.half}</dd>
      <dt>In force</dt>
      <dd>
        <LevelMark level={level} /> {feedback}
      </dd>
      <dt>Taken for evidence</dt>
      <dd>{evidence.length === 0 ? 'nothing' : evidence.map(({ quote }) => `“${quote}”`).join(' ')}</dd>
    </dl>
  );
}
