'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import styles from './account-form.module.css';

interface PasswordFieldProps {
  readonly kind: 'new' | 'current';
  readonly error: string | undefined;
  /** Where a form asks for two. */
  readonly name?: string;
  readonly label?: string;
}

/** Pasting and password managers work; one field with "show" instead of typing everything twice. */
export function PasswordField({ kind, error, name = 'password', label }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div>
      <Field
        label={label ?? (kind === 'new' ? 'New password' : 'Password')}
        hint={kind === 'new' ? 'At least 8 characters.' : undefined}
        error={error}
      >
        {(control) => (
          <input
            {...control}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
            maxLength={128}
            spellCheck={false}
            autoCapitalize="none"
          />
        )}
      </Field>
      <label className={styles.show}>
        <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
        Show the password
      </label>
    </div>
  );
}
