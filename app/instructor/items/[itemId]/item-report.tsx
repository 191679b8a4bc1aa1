import styles from '@/components/analysis/analysis.module.css';
import { Figure } from '@/components/analysis/figure';
import { type CurveLine, OptionCurves } from '@/components/analysis/option-curves';
import { PROBLEM_WORDS } from '@/components/analysis/problem-words';
import { DataTable } from '@/components/ui/data-table';
import { InlineParagraphs, InlineText } from '@/components/ui/inline-text';
import { LocalTime } from '@/components/ui/local-time';
import type { Item } from '@/schemas/item';
import type { ItemStatistics, ItemVersion } from '@/schemas/item-analysis';
import pageStyles from '../../instructor.module.css';

const LETTERS = 'ABCDEFGH';

interface ItemReportProps {
  readonly item: Item;
  readonly statistics: ItemStatistics;
}

const textOf = (item: Item, optionId: string) =>
  'options' in item ? (item.options.find(({ id }) => id === optionId)?.text ?? optionId) : optionId;

/** Options with letters; an item without options has one line, the share that is right. */
function linesOf(item: Item, { figures }: ItemStatistics): CurveLine[] {
  if (!figures.curve) return [];
  if (figures.options.length === 0)
    return [{ id: 'right', letter: '✓', text: 'answered right', isKey: true, curve: figures.curve }];
  return figures.options.flatMap(({ id, isKey, curve }, at) =>
    curve ? [{ id, letter: LETTERS[at] ?? '', text: textOf(item, id).replace(/[`*]/g, ''), isKey, curve }] : [],
  );
}

/** One item: what it asks, what is wrong with it, its figures, its options, and its wordings over time. */
export function ItemReport({ item, statistics }: ItemReportProps) {
  const { figures, problems, versions } = statistics;
  const lines = linesOf(item, statistics);
  return (
    <>
      <div className={styles.stem}>
        <InlineParagraphs text={item.stem} />
      </div>
      {problems.length > 0 ? (
        <ul className={styles.problems} aria-label="Why to look at it">
          {problems.map(({ kind, optionIds }) => (
            <li key={kind}>
              <strong>{PROBLEM_WORDS[kind].short}</strong>
              {optionIds.length > 0 ? `: ${optionIds.map((id) => `“${textOf(item, id)}”`).join(', ')}` : ''}.{' '}
              {PROBLEM_WORDS[kind].advice}
            </li>
          ))}
        </ul>
      ) : null}
      <dl className={styles.facts}>
        <Fact word="People">{figures.n}</Fact>
        <Fact word="Right">
          <Figure estimate={figures.difficulty} style="share" />
        </Fact>
        <Fact word="Discrimination">
          <Figure estimate={figures.discrimination} style="coefficient" />
        </Fact>
        <Fact word="Median time">
          <Figure estimate={figures.medianSeconds} style="seconds" />
        </Fact>
      </dl>
      {figures.options.length > 0 ? <Options item={item} statistics={statistics} /> : null}
      <section className={pageStyles.section} aria-labelledby="curves-heading">
        <h2 id="curves-heading">From the weakest fifth to the strongest</h2>
        {lines.length > 0 ? (
          <OptionCurves lines={lines} fifths={figures.fifths} />
        ) : (
          <p className={pageStyles.note}>Too few people for fifths: {figures.n} of 50.</p>
        )}
      </section>
      <Versions versions={versions} />
    </>
  );
}

function Fact({ word, children }: { readonly word: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Options({ item, statistics }: ItemReportProps) {
  return (
    <DataTable caption="Who takes which option">
      <thead>
        <tr>
          <th scope="col">Option</th>
          <th scope="col" data-numeric>
            Taken by
          </th>
        </tr>
      </thead>
      <tbody>
        {statistics.figures.options.map(({ id, isKey, rate }, at) => (
          <tr key={id}>
            <th scope="row">
              {LETTERS[at]} {isKey ? '(right) ' : ''}
              <span className={styles.optionText}>
                <InlineText text={textOf(item, id)} />
              </span>
            </th>
            <td data-numeric>
              <Figure estimate={rate} style="share" />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Before and after each edit, oldest first. */
function Versions({ versions }: { readonly versions: readonly ItemVersion[] }) {
  return (
    <section className={pageStyles.section} aria-labelledby="versions-heading">
      <h2 id="versions-heading">Before and after each edit</h2>
      {versions.length < 2 ? (
        <p className={pageStyles.note}>
          One wording so far. When stem, options or key change, both wordings stand here side by side.
        </p>
      ) : (
        <DataTable caption="Each wording of this item, oldest first">
          <thead>
            <tr>
              <th scope="col">First answered</th>
              <th scope="col" data-numeric>
                People
              </th>
              <th scope="col" data-numeric>
                Right
              </th>
              <th scope="col" data-numeric>
                Discrimination
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ hash, isCurrent, since, figures }) => (
              <tr key={hash ?? 'unknown'}>
                <th scope="row">
                  <LocalTime at={since} style="date" />
                  {isCurrent ? ', the wording of today' : hash === null ? ', before wordings were kept' : ''}
                </th>
                <td data-numeric>{figures.n}</td>
                <td data-numeric>
                  <Figure estimate={figures.difficulty} style="share" />
                </td>
                <td data-numeric>
                  <Figure estimate={figures.discrimination} style="coefficient" />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}
