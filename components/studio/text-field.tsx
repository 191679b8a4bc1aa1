import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';

interface TextFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly id?: string;
  readonly rows?: number;
  readonly max: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled text of several lines; `id` is where a point of the feedback leads. */
export function TextField({ label, hint, id, rows = 4, max, value, onChange }: TextFieldProps) {
  return (
    <div id={id}>
      <Field label={label} hint={hint}>
        {(control) => (
          <textarea
            {...control}
            rows={rows}
            maxLength={max}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}

/** The same in one line. */
export function LineField({ label, hint, id, max, value, onChange }: Omit<TextFieldProps, 'rows'>) {
  return (
    <div id={id}>
      <Field label={label} hint={hint}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={max}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}
