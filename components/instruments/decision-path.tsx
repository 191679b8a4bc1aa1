import { classNames } from '@/components/ui/class-names';
import { LanguageMark } from '@/components/ui/language-mark';
import type { Choice } from '@/schemas/scenario';
import styles from './decision-path.module.css';
import type { Fact, Path, Step, Verdict } from './models/decision-trees';

/** How each question reads, in our words; the facts that no procedure asks for stand here too. */
export const QUESTIONS: Readonly<Record<Fact, string>> = {
  performance: 'Performance comes first',
  security: 'Security or safety comes first',
  reliability: 'Reliability before speed of development',
  longevity: 'Built for a long life',
  market: 'The launch date presses',
  distributed: 'Part of a distributed system',
  smallTeam: 'The team is small',
  cloudNative: 'Cloud-native',
  isNew: 'A new service',
  canSupport: 'The team can write and run Rust',
  elsewhere: 'Most of the time goes in the database',
  incumbent: 'Something we run already does it',
};

export const VERDICT_WORD: Readonly<Record<Verdict, string>> = {
  rust: 'Rust',
  go: 'Go',
  both: 'Both columns, so no language',
  silent: 'Nothing to say',
};

const VERDICT_CHOICE: Readonly<Record<Verdict, Choice>> = {
  rust: 'rust',
  go: 'go',
  both: 'either',
  silent: 'neither-keep-existing',
};

const POINTS: Readonly<Record<Step['points'], string>> = { rust: '→ Rust', go: '→ Go', on: '↓ go on' };

export function answerText({ answer, points }: Step): string {
  if (answer === null) return 'not reached';
  return answer ? `yes ${POINTS[points]}` : 'no';
}

/** The questions in their order, each with its answer in words; a yes moves in and is bold, what was not reached is pale. */
export function DecisionPath({ title, path }: { readonly title: string; readonly path: Path }) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ol className={styles.steps}>
        {path.steps.map((step) => (
          <li
            key={step.fact}
            className={classNames(styles.step, step.answer && styles.yes, step.answer === null && styles.skipped)}
          >
            <span>{QUESTIONS[step.fact]}?</span>
            <span className={styles.answer}>{answerText(step)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.verdict}>
        Verdict: <LanguageMark choice={VERDICT_CHOICE[path.verdict]} word={VERDICT_WORD[path.verdict]} />
      </p>
    </section>
  );
}

export function PathPair({ columns, exception }: { readonly columns: Path; readonly exception: Path }) {
  return (
    <div className={styles.pair}>
      <DecisionPath title="Document A: two columns" path={columns} />
      <DecisionPath title="Document B: a default with an exception" path={exception} />
    </div>
  );
}
