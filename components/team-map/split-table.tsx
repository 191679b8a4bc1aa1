import { boundaryName } from '@/components/exercise/boundaries';
import { classNames } from '@/components/ui/class-names';
import { LanguageMark } from '@/components/ui/language-mark';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Choice } from '@/schemas/scenario';
import { MAP_BOUNDARIES, MAP_CHOICES, type Share, type Split } from '@/schemas/team-map';
import styles from './team-map.module.css';
import { HIDDEN, sayShare } from './words';

const SHORT: Readonly<Record<Choice, string>> = {
  rust: 'Rust',
  either: 'Either',
  go: 'Go',
  'neither-keep-existing': 'Neither',
};

interface SplitTableProps {
  readonly components: readonly { readonly id: string; readonly name: string; readonly split: Split }[];
}

/** One row a component: where the team stands on Rust, either, Go, neither. The size of a dot repeats its word. */
export function SplitTable({ components }: SplitTableProps) {
  return (
    <div className={styles.split}>
      <table>
        <caption>
          <VisuallyHidden>Choices of the team, part by part</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            {MAP_CHOICES.map((choice) => (
              <th key={choice} scope="col">
                <LanguageMark choice={choice} word={SHORT[choice]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {components.map(({ id, name, split }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {split.status === 'shown' ? <SplitNote isSplit={split.isSplit} /> : null}
              </th>
              <Cells split={split} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SplitNote({ isSplit }: { readonly isSplit: boolean }) {
  return <span className={styles.stand}>{isSplit ? 'Split' : 'Of one mind, or nearly'}</span>;
}

function Cells({ split }: { readonly split: Split }) {
  if (split.status !== 'shown')
    return (
      <td colSpan={MAP_CHOICES.length} className={styles.hiddenSplit}>
        {HIDDEN[split.status]}
      </td>
    );
  return MAP_CHOICES.map((choice) => {
    const share = split.shares[choice];
    return (
      <td key={choice} data-label={SHORT[choice]}>
        {share ? <Dot choice={choice} share={share} people={split.people} /> : null}
      </td>
    );
  });
}

function Dot({ choice, share, people }: { readonly choice: Choice; readonly share: Share; readonly people: number }) {
  return (
    <span className={styles.cell}>
      <span className={styles.dotBox} aria-hidden="true">
        <span className={classNames(styles.dot, styles[share.band], styles[choice])} />
      </span>
      <span className={share.band === 'few' ? styles.fewWord : styles.word}>{sayShare(share, people)}</span>
    </span>
  );
}

/** Where the team draws the line between the parts, in words: only what two people or more chose. */
export function BoundaryLine({ split }: { readonly split: Split }) {
  if (split.status !== 'shown') return <p className={styles.muted}>{HIDDEN[split.status]}</p>;
  const chosen = MAP_BOUNDARIES.flatMap((boundary) => {
    const share = split.shares[boundary];
    return share && share.band !== 'few' ? [{ boundary, said: sayShare(share, split.people) }] : [];
  });
  return (
    <dl className={styles.boundary}>
      {chosen.map(({ boundary, said }) => (
        <div key={boundary}>
          <dt>{boundaryName(boundary)}</dt>
          <dd>{said}</dd>
        </div>
      ))}
      <div>
        <dt>Any other</dt>
        <dd>Nobody, or one each</dd>
      </div>
    </dl>
  );
}
