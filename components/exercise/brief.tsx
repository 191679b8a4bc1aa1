import { classNames } from '@/components/ui/class-names';
import { InlineParagraphs, InlineText } from '@/components/ui/inline-text';
import sheet from '@/components/ui/sheet.module.css';
import type { PublicScenario } from '@/schemas/scenario';
import styles from './brief.module.css';
import { givenWord } from './given-word';

/** The brief as a one-page memo, the given facts as a table under it. */
export function Brief({ scenario }: { readonly scenario: PublicScenario }) {
  return (
    <article className={classNames(sheet.sheet, styles.memo)} aria-labelledby="brief-heading">
      <h2 id="brief-heading" className={styles.heading}>
        The brief
      </h2>
      <div className={styles.text}>
        <InlineParagraphs text={scenario.brief} />
      </div>
      <table className={styles.given}>
        <caption>What is given</caption>
        <tbody>
          {Object.entries(scenario.given).map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{givenWord(key)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {scenario.questions.length > 0 ? <Questions questions={scenario.questions} /> : null}
      <p className={styles.note}>
        Company, people and numbers are invented. What the brief does not say, you may assume, if you write it down.
      </p>
    </article>
  );
}

/** Nobody answers them here; whoever needs an answer assumes one and says so. */
function Questions({ questions }: { readonly questions: readonly string[] }) {
  return (
    <section className={styles.questions} aria-labelledby="questions-heading">
      <h3 id="questions-heading">Worth asking before you decide</h3>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <InlineText text={question} />
          </li>
        ))}
      </ul>
    </section>
  );
}
