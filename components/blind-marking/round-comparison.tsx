import Link from 'next/link';
import analysisStyles from '@/components/analysis/analysis.module.css';
import { Figure } from '@/components/analysis/figure';
import { DataTable } from '@/components/ui/data-table';
import { LevelMark } from '@/components/ui/level-mark';
import type { RoundComparison } from '@/grader/trust/compare-round';
import type { MachineMark } from '@/schemas/calibration-round';
import type { Level } from '@/schemas/rubric';
import styles from './blind-marking.module.css';

export interface ComparedAnswer {
  readonly key: string;
  readonly title: string;
  /** Where the draft can be looked at; null for a sample of the course. */
  readonly href: string | null;
  readonly explanation: string;
  readonly lines: readonly ComparedLine[];
}

export interface ComparedLine {
  readonly id: string;
  readonly title: string;
  readonly own: Level;
  readonly machine: MachineMark;
  readonly reference: Level | null;
}

/** The three pairs of markers with kappa and n, then every answer with where the marks differ. */
export function RoundFigures({ comparison }: { readonly comparison: RoundComparison }) {
  const rows = [
    ['You and the grader', comparison.withMachine],
    ['You and the reference', comparison.withReference],
    ['The grader and the reference', comparison.machineWithReference],
  ] as const;
  return (
    <DataTable caption="Agreement beyond chance over the answers of this round">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col" data-numeric>
            Weighted kappa
          </th>
          <th scope="col" data-numeric>
            Same level
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([who, { kappa, exact }]) => (
          <tr key={who}>
            <th scope="row">{who}</th>
            <td data-numeric>
              <Figure estimate={kappa} style="coefficient" withCount />
            </td>
            <td data-numeric>
              <Figure estimate={exact} style="share" withCount />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

export function ComparedAnswers({ answers }: { readonly answers: readonly ComparedAnswer[] }) {
  return answers.map(({ key, title, href, explanation, lines }) => (
    <section key={key} aria-labelledby={`answer-${key}`}>
      <h3 id={`answer-${key}`}>{title}</h3>
      <DataTable caption={`${title}: ${href ? 'a learner’s draft' : 'a sample that comes with the course'}`}>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">You</th>
            <th scope="col">Grader</th>
            <th scope="col">Reference</th>
            <th scope="col">What the grader rests on</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </tbody>
      </DataTable>
      <details className={styles.read}>
        <summary>Read the answer again</summary>
        <p className={styles.text}>{explanation}</p>
        {href ? (
          <p>
            <Link href={href as never}>Its result page, with the learner’s name</Link>
          </p>
        ) : null}
      </details>
    </section>
  ));
}

function Line({ line: { title, own, machine, reference } }: { readonly line: ComparedLine }) {
  const differs = (level: Level) => (level === own ? undefined : styles.differs);
  return (
    <tr>
      <th scope="row" className={analysisStyles.item}>
        {title}
      </th>
      <td>
        <LevelMark level={own} />
      </td>
      <td className={differs(machine.level)}>
        <LevelMark level={machine.level} />
      </td>
      <td className={reference ? differs(reference) : undefined}>
        {reference ? <LevelMark level={reference} /> : 'none'}
      </td>
      <td className={styles.quotes}>{machine.quotes.map((quote) => `“${quote}”`).join(' ') || '–'}</td>
    </tr>
  );
}
