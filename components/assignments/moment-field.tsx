'use client';

import { Field } from '@/components/ui/field';
import { useIsBrowser } from '@/components/ui/use-is-browser';
import { toLocalInput } from './local-input';
import { ZoneName } from './zone-name';

interface MomentFieldProps {
  readonly label: string;
  readonly name: string;
  readonly at: number;
  readonly error?: string | undefined;
}

/** A date and time in the reader's own zone, which it names. Empty until the browser, which knows the zone, takes over. */
export function MomentField({ label, name, at, error }: MomentFieldProps) {
  const isBrowser = useIsBrowser();
  return (
    <Field
      label={label}
      error={error}
      hint={
        <>
          In your time zone, <ZoneName />
        </>
      }
    >
      {(control) => (
        <input
          {...control}
          key={isBrowser ? 'local' : 'unknown'}
          type="datetime-local"
          name={name}
          required
          defaultValue={isBrowser ? toLocalInput(at) : ''}
        />
      )}
    </Field>
  );
}
