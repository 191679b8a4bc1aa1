import { DataTable } from '@/components/ui/data-table';
import { LanguageMark } from '@/components/ui/language-mark';
import { LevelGlyph } from '@/components/ui/level-mark';
import type { DecisionSpace, PickCount, SpaceCell } from '@/schemas/space';
import styles from './space.module.css';

const STANDING = {
  answer: { level: 'full', word: 'Expected answer' },
  also: { level: 'half', word: 'Also defensible' },
  neither: null,
} as const;

/** One row a component, one column a pick; every mark has its word. */
export function SpaceMap({ space }: { readonly space: DecisionSpace }) {
  const columns = space.components[0]?.cells.map(({ choice }) => choice) ?? [];
  return (
    <DataTable caption="What holds for each part, and your picks" isStacked>
      <thead>
        <tr>
          <th scope="col">Part</th>
          {columns.map((choice) => (
            <th scope="col" key={choice}>
              <LanguageMark choice={choice} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {space.components.map(({ id, name, because, cells }) => (
          <tr key={id}>
            <th scope="row" className={styles.name}>
              {name}
              <Yours cells={cells} latest={space.drafts} />
              <span className={styles.because}>{because}</span>
            </th>
            {cells.map((cell) => (
              <Cell key={cell.choice} cell={cell} isOnlyDraft={space.drafts === 1} />
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** One's present pick beside the part's name: on a phone its column may be out of sight. */
function Yours({ cells, latest }: { readonly cells: readonly SpaceCell[]; readonly latest: number }) {
  const own = cells.find(({ ownDrafts }) => ownDrafts.includes(latest));
  if (!own) return null;
  return (
    <span className={styles.yours}>
      Yours: <LanguageMark choice={own.choice} />
    </span>
  );
}

function Cell({ cell, isOnlyDraft }: { readonly cell: SpaceCell; readonly isOnlyDraft: boolean }) {
  const standing = STANDING[cell.standing];
  const isOwn = cell.ownDrafts.length > 0;
  return (
    <td className={styles.pick} data-empty={standing || isOwn || cell.others ? undefined : ''}>
      <div className={styles.cell} data-own={isOwn ? '' : undefined}>
        <span className={styles.choice}>
          <LanguageMark
            choice={cell.choice}
            {...(cell.choice === 'neither-keep-existing' ? { word: 'Neither' } : {})}
          />
        </span>
        {standing ? (
          <span className={styles.standing}>
            <LevelGlyph level={standing.level} /> {standing.word}
          </span>
        ) : null}
        {isOwn ? <strong>{isOnlyDraft ? 'Your pick' : ownWords(cell.ownDrafts)}</strong> : null}
        {cell.others ? <span className={styles.others}>{countWords(cell.others)}</span> : null}
      </div>
    </td>
  );
}

const ownWords = (drafts: readonly number[]) => `You, ${drafts.length === 1 ? 'draft' : 'drafts'} ${drafts.join(', ')}`;

function countWords(count: PickCount): string {
  switch (count.status) {
    case 'shown':
      return `${count.count.toLocaleString('en-GB')} others`;
    case 'few':
      return 'Fewer than 3 others';
    case 'kept-back':
      return 'Not shown, to protect a smaller number';
    default:
      return count satisfies never;
  }
}
