import { boundaryName } from '@/components/exercise/boundaries';
import { CHOICE_WORD } from '@/components/ui/language-mark';
import type { Choice } from '@/schemas/scenario';
import type { TwistPage } from '@/schemas/twist-view';
import styles from './round-bench.module.css';
import type { RoundWork } from './round-machine';

interface MovesSoFarProps {
  readonly components: TwistPage['scenario']['components'];
  readonly before: TwistPage['before'];
  readonly work: RoundWork;
}

/** What differs from the hand-in, in words; the earlier pick stands first. */
export function MovesSoFar({ components, before, work }: MovesSoFarProps) {
  const earlier: Readonly<Record<string, Choice | undefined>> = before.choices;
  const moved = components.flatMap(({ id, name }) => {
    const [was, is] = [earlier[id], work.choices[id]];
    return was && is && was !== is ? [{ name, was: CHOICE_WORD[was], is: CHOICE_WORD[is] }] : [];
  });
  if (before.boundary !== work.boundary)
    moved.push({ name: 'Boundary', was: boundaryName(before.boundary), is: boundaryName(work.boundary) });
  return (
    <div className={styles.moves}>
      <h3>Moved so far</h3>
      {moved.length === 0 ? (
        <p>Nothing: every part is as you handed it in. That can be the right answer.</p>
      ) : (
        <ul>
          {moved.map(({ name, was, is }) => (
            <li key={name}>
              <strong>{name}</strong>: was {was}, now {is}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
