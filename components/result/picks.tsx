import { Fragment, type ReactNode } from 'react';
import { boundaryName } from '@/components/exercise/boundaries';
import { DataTable } from '@/components/ui/data-table';
import { FeedbackMark } from '@/components/ui/feedback-mark';
import { CHOICE_WORD, LanguageMark } from '@/components/ui/language-mark';
import { CONTRADICTED_MOST } from '@/grader/overall-share';
import type { BoundaryContradiction, Contradiction, PickCredit } from '@/schemas/grade';
import type { Boundary, Choice, HandIn } from '@/schemas/scenario';
import type { PickAnswer } from './pick-answers';
import styles from './picks.module.css';
import { CONTRADICTIONS_ANCHOR } from './proof-criterion';
import { percent } from './readings';
import { PickVerdict } from './verdict';

interface PicksProps {
  readonly components: readonly { readonly id: string; readonly name: string }[];
  readonly handIn: HandIn;
  readonly credits: Readonly<Record<string, PickCredit>>;
  readonly boundary: PickCredit;
  readonly answers?: Readonly<Record<string, PickAnswer>>;
  readonly boundaryAnswer?: { readonly boundaries: readonly Boundary[]; readonly why: string };
}

/** The board as handed in, with a verdict in words; the answers only once they may be seen. */
export function Picks({ components, handIn, credits, boundary, answers, boundaryAnswer }: PicksProps) {
  const choices: Readonly<Record<string, Choice | undefined>> = handIn.choices;
  return (
    <DataTable caption="Choices, part by part">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Choice</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {components.map(({ id, name }) => {
          const choice = choices[id];
          const credit = credits[id];
          const answer = answers?.[id];
          return (
            <Fragment key={id}>
              <tr className={answer ? styles.withAnswer : undefined}>
                <th scope="row">{name}</th>
                <td>{choice ? <LanguageMark choice={choice} /> : 'none'}</td>
                <td>{credit ? <PickVerdict verdict={credit.verdict} /> : 'not judged'}</td>
              </tr>
              {answer ? (
                <AnswerRow why={answer.because}>
                  {answer.choices.map((one) => (
                    <LanguageMark key={one} choice={one} />
                  ))}
                </AnswerRow>
              ) : null}
            </Fragment>
          );
        })}
        <tr className={boundaryAnswer ? styles.withAnswer : undefined}>
          <th scope="row">Boundary</th>
          <td>{boundaryName(handIn.boundary)}</td>
          <td>
            <PickVerdict verdict={boundary.verdict} />
          </td>
        </tr>
        {boundaryAnswer ? (
          <AnswerRow why={boundaryAnswer.why}>
            <strong>{boundaryAnswer.boundaries.map(boundaryName).join(', ')}</strong>
          </AnswerRow>
        ) : null}
      </tbody>
    </DataTable>
  );
}

/** Under its part: what was defensible there, and why. */
function AnswerRow({ why, children }: { readonly why: string; readonly children: ReactNode }) {
  return (
    <tr>
      <td colSpan={3} className={styles.answer}>
        <span>Defensible:</span> {children} <span>{why}</span>
      </td>
    </tr>
  );
}

interface ContradictionsProps {
  readonly contradictions: readonly Contradiction[];
  readonly boundary: BoundaryContradiction | undefined;
  readonly components: PicksProps['components'];
}

/** Picks and prose that disagree, side by side. */
export function Contradictions({ contradictions, boundary, components }: ContradictionsProps) {
  const pairs = [
    ...contradictions.map((item) => ({
      ...item,
      title: components.find(({ id }) => id === item.component)?.name ?? item.component,
    })),
    ...(boundary ? [{ ...boundary, title: 'Boundary' }] : []),
  ];
  if (pairs.length === 0) return null;
  return (
    <section className={styles.contradictions} aria-labelledby={CONTRADICTIONS_ANCHOR}>
      <h2 id={CONTRADICTIONS_ANCHOR}>The board and the text disagree</h2>
      <p>
        <FeedbackMark type="essential" /> One of the two has to change.{' '}
        {contradictions.length > 0
          ? `Until they agree, the total stays at ${percent(CONTRADICTED_MOST)} or below. If the words quoted are no plan of yours, put them under a heading such as “Alternatives”.`
          : null}
      </p>
      {pairs.map((item) => (
        <div key={`${item.title}-${item.evidence.start}`} className={styles.pair}>
          <h3>{item.title}</h3>
          <p>
            <span className={styles.label}>Picked</span>
            <Pick value={item.picked} />
          </p>
          <p>
            <span className={styles.label}>Written</span>
            <Pick value={item.written} />
            <q>{item.evidence.quote}</q>
          </p>
        </div>
      ))}
    </section>
  );
}

const isChoice = (value: string): value is Choice => value in CHOICE_WORD;

function Pick({ value }: { readonly value: string }) {
  return isChoice(value) ? <LanguageMark choice={value} /> : <strong>{value}</strong>;
}
