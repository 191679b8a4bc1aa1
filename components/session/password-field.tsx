'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import styles from './account-form.module.css';

interface PasswordFieldProps {
  readonly kind: 'new' | 'current';
  readonly error: string | undefined;
}

/** Pasting and password managers work; one field with "show" instead of typing everything twice. */
export function PasswordField({ kind, error }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div>
      <Field
        label={kind === 'new' ? 'New password' : 'Password'}
        hint={kind === 'new' ? 'At least 8 characters.' : undefined}
        error={error}
      >
        {(control) => (
          <input
            {...control}
            name="password"
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
