import Link from 'next/link';
import { exercisePath, lessonPath } from '@/components/paths';
import { sayDuration } from '@/components/ui/duration';
import { selectOptionalLesson, selectOptionalModule } from '@/course/select';
import { type Leg, legMinutes } from '@/grader/legs';
import type { Course } from '@/schemas/course';
import type { LearningPath, PathStep } from '@/schemas/learning-path';
import styles from './paths.module.css';

interface PathStepsProps {
  readonly course: Course;
  readonly path: LearningPath;
  readonly legs: readonly Leg[];
  readonly isOpen: boolean;
}

/** A path in full: each module with its reason, what may be skipped, which exercise is proposed, and how long it takes. */
export function PathSteps({ course, path, legs, isOpen }: PathStepsProps) {
  return (
    <details className={styles.steps} open={isOpen}>
      <summary>
        <h2>{path.title}: the modules in order, and why</h2>
      </summary>
      {/* The target of the card's link is inside, so that a browser opens what is closed around it. */}
      <ol id={`steps-${path.id}`}>
        {path.steps.map((step) => {
          const leg = legs.find(({ module }) => module.id === step.module);
          return leg ? <StepRow key={step.module} course={course} step={step} leg={leg} /> : null;
        })}
      </ol>
      {path.leavesOut.length > 0 ? (
        <>
          <h3>Not asked for</h3>
          <ul>
            {path.leavesOut.map(({ module, because }) => (
              <li key={module}>
                <b>{titleOf(course, module)}.</b> {because}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  );
}

const titleOf = (course: Course, id: string) => {
  const module = selectOptionalModule(course, id);
  return module ? `Module ${module.id.slice(1)}, ${module.title}` : id;
};

function StepRow({ course, step, leg }: { readonly course: Course; readonly step: PathStep; readonly leg: Leg }) {
  const minutes = legMinutes(leg);
  const [first] = leg.lessons;
  return (
    <li>
      <div className={styles.stepHead}>
        <b>
          {first ? (
            <Link href={lessonPath(first.id)}>{titleOf(course, step.module)}</Link>
          ) : (
            titleOf(course, step.module)
          )}
        </b>
        <span>{minutes > 0 ? sayDuration(minutes) : 'in preparation'}</span>
      </div>
      <p>{step.why}</p>
      {step.skip ? <Skip course={course} skip={step.skip} /> : null}
      {leg.proposed.length > 0 ? (
        <p className={styles.part}>
          {leg.proposed.length === 1 ? 'Exercise: ' : 'One exercise of: '}
          {leg.proposed.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 ? '; ' : ''}
              <Link href={exercisePath(id)}>{title}</Link>
            </span>
          ))}
        </p>
      ) : null}
    </li>
  );
}

/** Lessons of a module in preparation have no title yet, and are left out. */
function Skip({ course, skip }: { readonly course: Course; readonly skip: NonNullable<PathStep['skip']> }) {
  const lessons = skip.lessons.flatMap((id) => selectOptionalLesson(course, id)?.lesson ?? []);
  if (lessons.length === 0) return null;
  return (
    <p className={styles.part}>
      You may skip{' '}
      {lessons.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 ? ' and ' : ''}
          <Link href={lessonPath(id)}>{title}</Link>
        </span>
      ))}
      . {skip.because}
    </p>
  );
}
