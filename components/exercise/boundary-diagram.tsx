import { CHOICE_WORD, LanguageMark } from '@/components/ui/language-mark';
import type { Boundary, Choice, PartialHandIn, PublicScenario } from '@/schemas/scenario';
import { BOUNDARIES } from './boundaries';
import styles from './boundary-diagram.module.css';

type Parts = PublicScenario['components'];

interface Group {
  readonly choice: Choice | null;
  readonly parts: Parts;
}

const ORDER: readonly (Choice | null)[] = ['rust', 'go', 'either', 'neither-keep-existing', null];
/** Where both sides share one process or one host, a frame is drawn around them. */
const FRAME: Readonly<Partial<Record<Boundary, string>>> = {
  none: 'one deployable',
  library: 'one build',
  'FFI/C-ABI': 'one process',
  'WASM module': 'one process, memory apart',
  sidecar: 'one host',
};

interface BoundaryDiagramProps {
  readonly components: Parts;
  readonly choices: PartialHandIn['choices'];
  readonly boundary: Boundary | undefined;
}

/** The parts, grouped by what was picked for them, and the boundary drawn where groups meet. */
export function BoundaryDiagram({ components, choices, boundary }: BoundaryDiagramProps) {
  const groups = ORDER.map((choice): Group => {
    return { choice, parts: components.filter((component) => (choices[component.id] ?? null) === choice) };
  }).filter((group) => group.parts.length > 0);
  const frame = boundary ? FRAME[boundary] : undefined;
  const name = BOUNDARIES.find(({ id }) => id === boundary)?.name;
  return (
    <figure className={styles.figure}>
      <div className={styles.frame} data-framed={frame ? '' : undefined}>
        {frame ? <span className={styles.frameName}>{frame}</span> : null}
        <div className={styles.groups}>
          {groups.map((group, index) => (
            <div key={group.choice ?? 'open'} className={styles.cell}>
              {index > 0 ? <Divider boundary={boundary} name={name} /> : null}
              <div className={styles.group} data-choice={group.choice ?? 'open'}>
                {group.choice ? (
                  <LanguageMark choice={group.choice} />
                ) : (
                  <span className={styles.open}>Not chosen yet</span>
                )}
                <ul>
                  {group.parts.map((part) => (
                    <li key={part.id}>{part.name}</li>
                  ))}
                </ul>
              </div>
            </div>
          ))}
        </div>
      </div>
      <figcaption className={styles.caption}>{captionOf(groups, name)}</figcaption>
    </figure>
  );
}

function Divider({ boundary, name }: { readonly boundary: Boundary | undefined; readonly name: string | undefined }) {
  return (
    <div className={styles.divider} data-boundary={boundary ?? 'open'} aria-hidden="true">
      <span>{name ?? '?'}</span>
    </div>
  );
}

function captionOf(groups: readonly Group[], name: string | undefined): string {
  const stacks = new Set(groups.map((group) => group.choice)).size;
  if (groups.some((group) => group.choice === null)) return 'The drawing follows your choices.';
  const first = groups[0]?.choice;
  const what = stacks === 1 && first ? `All parts: ${CHOICE_WORD[first]}.` : `${stacks} groups.`;
  return name ? `${what} Main boundary: ${name}.` : `${what} No boundary chosen yet.`;
}
