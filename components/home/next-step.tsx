import type { ReactNode } from 'react';
import { sayDuration } from '@/components/ui/duration';
import { LinkButton } from '@/components/ui/link-button';
import type { CourseProgress } from '@/schemas/progress';
import styles from './next-step.module.css';
import { STEP_WORD, stepPath } from './step-path';
import { WayLine } from './way-line';

interface NextStepProps {
  readonly progress: CourseProgress;
  /** Title of the path that is followed; null for the whole course. */
  readonly pathTitle: string | null;
  /** The course at a look, beside the step. */
  readonly children: ReactNode;
}

/** One button to the exact next step; everything else on the page is reference. */
export function NextStep({ progress, pathTitle, children }: NextStepProps) {
  const { next, minutesLeft } = progress;
  if (next.type === 'done')
    return (
      <section className={styles.next} aria-labelledby="next-step">
        <div className={styles.step}>
          <p className={styles.kind}>Nothing is left to do</p>
          <h1 id="next-step" className={styles.title}>
            {pathTitle ? `The path “${pathTitle}” is complete` : 'Every module that exists is complete'}
          </h1>
          <p className={styles.left}>
            Records can be revised at any time; the best one counts.{pathTitle ? ' All modules are open below.' : ''}
          </p>
          <div>
            <LinkButton href="/certificate">To the certificate</LinkButton>
          </div>
          <WayLine pathTitle={pathTitle} />
        </div>
        {children}
      </section>
    );
  return (
    <section className={styles.next} aria-labelledby="next-step">
      <div className={styles.step}>
        <p className={styles.kind}>Your next step: {STEP_WORD[next.type].toLowerCase()}</p>
        <h1 id="next-step" className={styles.title}>
          {next.title}
        </h1>
        <div className={styles.row}>
          <LinkButton href={stepPath(next)} kind="primary" className={styles.go ?? ''}>
            Continue
          </LinkButton>
          <p className={styles.left}>
            About {sayDuration(next.minutes)}; {sayDuration(minutesLeft)} left{' '}
            {pathTitle ? 'on your path' : 'in the modules that exist'}.
          </p>
        </div>
        <WayLine pathTitle={pathTitle} />
      </div>
      {children}
    </section>
  );
}
