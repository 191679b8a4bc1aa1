'use client';

import { useId } from 'react';
import styles from './controls.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: (value: number) => string;
  readonly onChange: (value: number) => void;
}

export function Slider({ label, value, min, max, step, format, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      {/* Not an <output>, which would be announced beside the value of the slider and the sentence of the reading. */}
      <span aria-hidden="true">{format(value)}</span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={format(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

interface PickerProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

/** A row of radio buttons, for settings that have names rather than amounts. */
export function Picker<T extends string>({ label, value, options, onChange }: PickerProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.picker}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.id}>
          <input type="radio" name={name} checked={value === option.id} onChange={() => onChange(option.id)} />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ChecksProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly text: string }[];
  readonly isChecked: (id: T) => boolean;
  readonly onChange: (id: T, isChecked: boolean) => void;
}

/** A column of check boxes, for facts that hold or do not. */
export function Checks<T extends string>({ label, options, isChecked, onChange }: ChecksProps<T>) {
  return (
    <fieldset className={styles.checks}>
      <legend>{label}</legend>
      {options.map(({ id, text }) => (
        <label key={id}>
          <input type="checkbox" checked={isChecked(id)} onChange={(event) => onChange(id, event.target.checked)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
