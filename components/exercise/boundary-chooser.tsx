import type { Boundary } from '@/schemas/scenario';
import { BOUNDARIES } from './boundaries';
import styles from './boundary-chooser.module.css';
import { BOUNDARY_TARGET } from './missing-parts';

interface BoundaryChooserProps {
  readonly chosen: Boundary | undefined;
  readonly onChoose: (boundary: Boundary) => void;
}

/** Each boundary is named by its name; what it is and what it costs is its description, said after the name and once. */
export function BoundaryChooser({ chosen, onChoose }: BoundaryChooserProps) {
  return (
    <fieldset className={styles.chooser}>
      <legend className={styles.legend}>The main boundary between the parts</legend>
      {BOUNDARIES.map(({ id, name, what, cost }, index) => (
        <label key={id} className={styles.option}>
          <input
            type="radio"
            name={BOUNDARY_TARGET}
            id={index === 0 ? BOUNDARY_TARGET : undefined}
            value={id}
            aria-labelledby={`boundary-name-${index}`}
            aria-describedby={`boundary-what-${index}`}
            checked={chosen === id}
            onChange={() => onChoose(id)}
          />
          <span className={styles.name} id={`boundary-name-${index}`}>
            {name}
          </span>
          <span className={styles.what} id={`boundary-what-${index}`}>
            {what} <span className={styles.cost}>{cost}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
