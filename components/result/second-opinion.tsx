import { DataTable } from '@/components/ui/data-table';
import { LevelMark } from '@/components/ui/level-mark';
import type { OpinionView } from '@/schemas/opinion';
import { LookAgain } from './look-again';
import { summariseOpinion } from './opinion-words';
import type { ProofCriterion } from './proof-criterion';
import styles from './second-opinion.module.css';

interface SecondOpinionProps {
  readonly opinion: OpinionView;
  /** The grader's own lines, in order. */
  readonly criteria: readonly Pick<ProofCriterion, 'id' | 'title' | 'level' | 'judged'>[];
}

/** Whoever waits longer than this finds it at the next visit. */
const LOOKS = 45;

/** What another reader said beside the grade: levels and the learner's own words, marked as deciding nothing. */
export function SecondOpinion({ opinion, criteria }: SecondOpinionProps) {
  const { recipient } = opinion;
  return (
    <section className={styles.opinion} aria-labelledby="opinion-heading">
      <h2 id="opinion-heading">A second opinion, without points</h2>
      <p role="status">{summariseOpinion(opinion)}</p>
      {opinion.status === 'waiting' ? <LookAgain times={LOOKS} /> : null}
      {opinion.status === 'given' ? (
        <>
          <Comparison given={opinion} criteria={criteria} />
          <p className={styles.source}>
            Read by the model {recipient.model} of {recipient.name} ({recipient.host}). A language model can be wrong,
            and can be talked into things; that is why the grade above is the grader’s alone. A level without an exact
            quote from the text is left out.
          </p>
        </>
      ) : null}
    </section>
  );
}

interface ComparisonProps {
  readonly given: Extract<OpinionView, { status: 'given' }>;
  readonly criteria: SecondOpinionProps['criteria'];
}

function Comparison({ given, criteria }: ComparisonProps) {
  return (
    <DataTable caption="Levels of the grader and of the second opinion">
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Grader</th>
          <th scope="col">Second opinion</th>
          <th scope="col">Where it sees that</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => {
          const second = given.criteria.find(({ id }) => id === criterion.id);
          return (
            <tr key={criterion.id}>
              <th scope="row">{criterion.title}</th>
              <td>{criterion.judged === false ? 'not judged' : <LevelMark level={criterion.level} />}</td>
              <td>{second?.level ? <LevelMark level={second.level} /> : left(second?.standing)}</td>
              <td className={styles.quotes}>
                {second?.evidence.map(({ start, quote }) => (
                  <q key={start}>{quote}</q>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

const left = (standing: string | undefined) =>
  standing === 'unproven' ? 'left out: no exact quote' : 'nothing usable';
