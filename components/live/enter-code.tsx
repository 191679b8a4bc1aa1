'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LiveCodeSchema } from '@/schemas/live';
import styles from './live.module.css';

/** For whoever types the code from the wall. */
export function EnterCode() {
  const [problem, setProblem] = useState<string | undefined>();
  const router = useRouter();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = LiveCodeSchema.safeParse(new FormData(event.currentTarget).get('code'));
    if (code.success) router.push(`/live/${code.data}`);
    else setProblem('Type the six letters and digits as they stand on the wall.');
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label="Code on the wall" error={problem}>
        {(control) => <input {...control} name="code" className={styles.codeInput} autoComplete="off" maxLength={8} />}
      </Field>
      <div>
        <Button type="submit" kind="primary">
          Join the round
        </Button>
      </div>
    </form>
  );
}
