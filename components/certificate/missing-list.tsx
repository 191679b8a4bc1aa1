import Link from 'next/link';
import { STEP_WORD, stepPath } from '@/components/home/step-path';
import { sayDuration } from '@/components/ui/duration';
import type { CertificateStanding } from '@/schemas/certificate';
import styles from './certificate.module.css';

/** What is still missing, module by module, each with its link. */
export function MissingList({ missing }: Pick<CertificateStanding, 'missing'>) {
  return (
    <ol className={styles.missing}>
      {missing.map(({ moduleId, title, steps }, index) => (
        <li key={moduleId}>
          <details open={index === 0}>
            <summary>
              <span className={styles.moduleTitle}>{title}</span>{' '}
              <span className={styles.muted}>
                {steps.length} {steps.length === 1 ? 'step' : 'steps'}
              </span>
            </summary>
            <ul>
              {steps.flatMap((step) =>
                step.type === 'done'
                  ? []
                  : [
                      <li key={`${step.type} ${step.type === 'exercise' ? step.scenarioId : step.lessonId}`}>
                        <Link href={stepPath(step)}>
                          {STEP_WORD[step.type]}: {step.title}
                        </Link>{' '}
                        <span className={styles.muted}>{sayDuration(step.minutes)}</span>
                      </li>,
                    ],
              )}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  );
}
