import { SplitTable } from '@/components/team-map/split-table';
import type { LiveShown } from '@/schemas/live';
import type { Band, Split } from '@/schemas/team-map';
import styles from './live.module.css';

interface ShownProps {
  readonly shown: LiveShown;
  readonly components: readonly { readonly id: string; readonly name: string }[];
}

const MOVED: Readonly<Record<Band, string>> = {
  few: 'Nobody changed a choice, or one person did.',
  some: 'Some changed a choice.',
  most: 'Most changed a choice.',
  all: 'Everybody changed a choice, or all but one.',
};

function rows(components: ShownProps['components'], splits: Readonly<Record<string, Split | undefined>>) {
  return components.map(({ id, name }) => ({ id, name, split: splits[id] ?? ({ status: 'too-few' } as const) }));
}

/** What everybody may see: the split, the lines without names, and afterwards the shift. */
export function Shown({ shown, components }: ShownProps) {
  if (shown.after)
    return (
      <div className={styles.shown}>
        {shown.moved ? <p className={styles.moved}>{MOVED[shown.moved]}</p> : null}
        <h3>After the argument</h3>
        <SplitTable components={rows(components, shown.after)} />
        <h3>Before it</h3>
        <SplitTable components={rows(components, shown.before)} />
      </div>
    );
  return (
    <div className={styles.shown}>
      <SplitTable components={rows(components, shown.before)} />
      {shown.lines.length > 0 ? (
        <>
          <h3>Why, in one line</h3>
          <ul className={styles.lines}>
            {shown.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
