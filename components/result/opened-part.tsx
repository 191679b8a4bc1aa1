import { DataTable } from '@/components/ui/data-table';
import { FeedbackMark } from '@/components/ui/feedback-mark';
import { InlineText } from '@/components/ui/inline-text';
import type { OpenedExercise } from '@/schemas/result';
import type { HandIn } from '@/schemas/scenario';
import { ModelAnswers } from './model-answers';
import styles from './opened-part.module.css';
import { Twists } from './twists';

interface OpenedPartProps {
  readonly opened: OpenedExercise;
  readonly own: HandIn;
}

/** What opens after passing or the third draft: worked numbers, defensible answers, the tempting one, model answers, twists. */
export function OpenedPart({ opened, own }: OpenedPartProps) {
  return (
    <section className={styles.opened} aria-labelledby="opened-heading">
      <h2 id="opened-heading">Now open: how others would defend it</h2>
      <WorkedNumbers numbers={opened.workedNumbers} />
      <h3>Answers that can be defended</h3>
      <dl className={styles.answers}>
        {opened.defensibleAnswers.map(({ answer, holds_if, argument }) => (
          <div key={answer}>
            <dt>{answer}</dt>
            <dd>
              <FeedbackMark type="informative" /> {argument} <em>Holds if {holds_if}.</em>
            </dd>
          </div>
        ))}
        <div className={styles.tempting}>
          <dt>Tempting, and wrong here: {opened.temptingWrong.answer}</dt>
          <dd>{opened.temptingWrong.why_it_fails}</dd>
        </div>
      </dl>
      {opened.modelAnswers ? (
        <ModelAnswers answers={opened.modelAnswers} components={opened.components} own={own} />
      ) : null}
      <Twists twists={opened.twists} />
      <Questions questions={opened.questions} />
    </section>
  );
}

function Questions({ questions }: Pick<OpenedExercise, 'questions'>) {
  if (questions.length === 0) return null;
  return (
    <>
      <h3>What to ask or measure first, outside an exercise</h3>
      <ul className={styles.questions}>
        {questions.map((question) => (
          <li key={question}>
            <InlineText text={question} />
          </li>
        ))}
      </ul>
    </>
  );
}

function WorkedNumbers({ numbers }: { readonly numbers: OpenedExercise['workedNumbers'] }) {
  if (numbers.length === 0) return null;
  return (
    <DataTable caption="Numbers worth deriving from the brief">
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Sum</th>
          <th scope="col" data-numeric>
            Result
          </th>
        </tr>
      </thead>
      <tbody>
        {numbers.map(({ ask, formula, result, unit }) => (
          <tr key={ask}>
            <th scope="row">
              <InlineText text={ask} />
            </th>
            <td>
              <code>{asWritten(formula)}</code>
            </td>
            <td data-numeric>
              {result.toLocaleString('en-GB')} {unit}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** `120*3/1000` as one would write it. */
const asWritten = (formula: string) =>
  formula.replace(/\s*([*/+-])\s*/g, (_, sign: string) => ` ${{ '*': '×', '/': '÷', '-': '−' }[sign] ?? sign} `).trim();
