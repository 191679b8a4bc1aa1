import Link from 'next/link';
import { FEWEST_FOR_FIGURES } from '@/components/dashboard/fewest';
import { classNames } from '@/components/ui/class-names';
import { LocalTime } from '@/components/ui/local-time';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { CohortSummary, DeskPerson, ModuleCell } from '@/schemas/dashboard-view';
import { personName } from '../instructor/person-name';
import { BAND_WORD, bandOf, cellWords } from './bands';
import styles from './heat-map.module.css';
import { type DeskNames, reasonWords } from './reason-words';

export interface HeatMapModule {
  readonly id: string;
  readonly title: string;
}

interface HeatMapProps {
  readonly caption: string;
  readonly modules: readonly HeatMapModule[];
  readonly people: readonly DeskPerson[];
  readonly summary: Omit<CohortSummary, 'atRisk'>;
  readonly names: DeskNames;
  readonly asOf: number;
}

/** Nearer than this a date needs no year. */
const YEAR_IS_PLAIN_MS = 300 * 86_400_000;

/** People by modules: in each cell the share of the steps done, in per cent, on a ground that says the same by pattern. */
export function HeatMap({ caption, modules, people, summary, names, asOf }: HeatMapProps) {
  // Without an assignment nobody has a date, and a lead sees none of anybody.
  const hasDates = people.length > 0 && summary.assignments > 0;
  return (
    <div className={styles.whole}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                Name
              </th>
              {modules.map(({ id, title }) => (
                <th key={id} scope="col" title={title}>
                  {id}
                  <VisuallyHidden> {title}</VisuallyHidden>
                </th>
              ))}
              {hasDates ? (
                <th scope="col" className={styles.due}>
                  Due
                </th>
              ) : null}
              <th scope="col">Last here</th>
              <th scope="col">Why look</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Row key={person.learnerId} {...{ person, modules, names, asOf, hasDates }} />
            ))}
          </tbody>
          <Foot modules={modules} summary={summary} hasDates={hasDates} />
        </table>
      </section>
      <Legend modules={modules} />
    </div>
  );
}

interface RowProps extends Pick<HeatMapProps, 'modules' | 'names' | 'asOf'> {
  readonly person: DeskPerson;
  readonly hasDates: boolean;
}

function Row({ person, modules, names, asOf, hasDates }: RowProps) {
  const [first, ...others] = person.reasons;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link href={`/instructor/learners/${person.learnerId}`} prefetch={false} title={person.email ?? undefined}>
          {personName(person)}
        </Link>
      </th>
      {modules.map(({ id }) => (
        <Cell key={id} cell={person.modules.find(({ moduleId }) => moduleId === id)} />
      ))}
      {hasDates ? (
        <td className={styles.quiet}>
          <DueWords due={person.due} />
        </td>
      ) : null}
      <td className={styles.quiet}>
        <LocalTime at={person.lastActiveAt} style={asOf - person.lastActiveAt < YEAR_IS_PLAIN_MS ? 'brief' : 'date'} />
      </td>
      <td className={styles.quiet}>
        {first ? reasonWords(first, names).short : ''}
        {others.length > 0 ? ` +${others.length}` : ''}
      </td>
    </tr>
  );
}

/** What is overdue stands first, in words; then the next date. */
function DueWords({ due: { nextAt, overdue } }: Pick<DeskPerson, 'due'>) {
  if (overdue === 0 && nextAt === null) return <VisuallyHidden>nothing due</VisuallyHidden>;
  return (
    <>
      {overdue > 0 ? <b className={styles.overdue}>{overdue} overdue</b> : null}
      {overdue > 0 && nextAt !== null ? ', then ' : null}
      {nextAt === null ? null : <LocalTime at={nextAt} style="brief" />}
    </>
  );
}

function Cell({ cell }: { readonly cell: ModuleCell | undefined }) {
  if (!cell) return <td />;
  const band = bandOf(cell.done, cell.steps, cell.isBegun);
  const words = cellWords(cell);
  return (
    <td className={classNames(styles.cell, styles[band])} title={words}>
      <span aria-hidden="true">{band === 'none' ? '·' : Math.round((cell.done / Math.max(1, cell.steps)) * 100)}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </td>
  );
}

/** Lines about everybody, whatever the page shows: the same columns, so that a person stands against the whole. */
function Foot({
  modules,
  summary,
  hasDates,
}: Pick<HeatMapProps, 'modules' | 'summary'> & { readonly hasDates: boolean }) {
  // Of one person every figure is theirs, and stands a line above.
  if (summary.people === 1) return null;
  const of = (id: string) => summary.modules.find(({ moduleId }) => moduleId === id);
  const share = (value: number | null | undefined) => (value == null ? '–' : Math.round(value * 100));
  const lines = [
    { word: 'Complete', value: (id: string) => of(id)?.complete ?? 0 },
    { word: 'Begun', value: (id: string) => of(id)?.begun ?? 0 },
    { word: 'Median, % of steps', value: (id: string) => share(of(id)?.medianShare) },
    { word: 'Median best grade, %', value: (id: string) => share(of(id)?.medianBest) },
    {
      word: 'Median quiz minutes',
      value: (id: string) => {
        const minutes = of(id)?.medianMinutes;
        return minutes == null ? '–' : Math.round(minutes);
      },
    },
  ];
  // A median of very few is somebody's own figure.
  const shown = summary.people < FEWEST_FOR_FIGURES ? lines.slice(0, 2) : lines;
  return (
    <tfoot>
      {shown.map(({ word, value }) => (
        <tr key={word}>
          <th scope="row" className={styles.name}>
            {word}
          </th>
          {modules.map(({ id }) => (
            <td key={id} className={styles.figure}>
              {value(id)}
            </td>
          ))}
          {hasDates ? <td /> : null}
          <td />
          <td />
        </tr>
      ))}
    </tfoot>
  );
}

/** The table of a cohort without the people in it. */
export function ModuleFigures({ caption, modules, summary }: Pick<HeatMapProps, 'caption' | 'modules' | 'summary'>) {
  return (
    <HeatMap
      caption={caption}
      modules={modules}
      summary={summary}
      people={[]}
      asOf={0}
      names={{ exercises: {}, items: {} }}
    />
  );
}

function Legend({ modules }: Pick<HeatMapProps, 'modules'>) {
  return (
    <div className={styles.legend}>
      <ul className={styles.bands}>
        {(['none', 'some', 'most', 'done'] as const).map((band) => (
          <li key={band}>
            <span className={classNames(styles.swatch, styles[band])} aria-hidden="true" /> {BAND_WORD[band]}
          </li>
        ))}
      </ul>
      <p>
        The number is the share of a module’s steps in per cent. Steps: each lesson read, each quiz mastered, one
        exercise passed. Minutes are counted in quizzes alone, from opening to the last answer and at most thirty for an
        attempt; reading and writing leave no such trace.
      </p>
      <ul className={styles.modules}>
        {modules.map(({ id, title }) => (
          <li key={id}>
            <b>{id}</b> {title}
          </li>
        ))}
      </ul>
    </div>
  );
}
