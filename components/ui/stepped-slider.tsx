import { type CSSProperties, useId } from 'react';
import styles from './stepped-slider.module.css';

interface SteppedSliderProps<Value> {
  readonly label: string;
  readonly steps: readonly Value[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The value with its unit, shown and announced, such as "20 ms". */
  readonly say: (value: Value) => string;
}

/** A range input over a closed list of values, which need not be evenly spaced. */
export function SteppedSlider<Value>({ label, steps, value, onChange, say }: SteppedSliderProps<Value>) {
  const id = useId();
  const index = Math.max(0, steps.indexOf(value));
  const filled: CSSProperties & Record<'--filled', string> = { '--filled': `${(100 * index) / (steps.length - 1)}%` };
  return (
    <div className={styles.slider}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {/* Not an <output>, which would be announced beside the value of the slider. */}
      <span className={styles.value}>{say(value)}</span>
      <input
        id={id}
        className={styles.range}
        style={filled}
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={index}
        aria-valuetext={say(value)}
        onChange={(event) => {
          const next = steps[Number(event.target.value)];
          if (next !== undefined) onChange(next);
        }}
      />
    </div>
  );
}
