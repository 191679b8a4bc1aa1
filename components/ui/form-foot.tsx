import type { ReactNode } from 'react';
import styles from './form-foot.module.css';
import { Notice } from './notice';

interface FormFootProps {
  /** What did not happen, above the reason. */
  readonly title: string;
  /** Why the last sending was refused, if it was and no field says so. */
  readonly refused: ReactNode;
  readonly children: ReactNode;
}

/** The end of a form: why it was refused, and the buttons. */
export function FormFoot({ title, refused, children }: FormFootProps) {
  return (
    <>
      {refused ? (
        <Notice kind="problem" live="alert" title={title}>
          <p>{refused}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>{children}</div>
    </>
  );
}
