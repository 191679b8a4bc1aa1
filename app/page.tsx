import { FlipFigure } from '@/components/home/flip-figure';
import { ModuleMap } from '@/components/home/module-map';
import { NextStep } from '@/components/home/next-step';
import { stepPath } from '@/components/home/step-path';
import { LinkButton } from '@/components/ui/link-button';
import { getCourse } from '@/course/course';
import type { CourseProgress } from '@/schemas/progress';
import { currentActor } from '@/server/actor';
import { selectProgress } from '@/server/progress';
import { CourseAside } from './course-aside';
import styles from './home.module.css';
import { toModuleEntries } from './module-entries';

export default async function HomePage() {
  const actor = await currentActor();
  const [course, progress] = await Promise.all([getCourse(), selectProgress(actor)]);
  return (
    <div className={styles.page}>
      {progress.hasBegun ? (
        <NextStep progress={progress} />
      ) : (
        <>
          <Welcome
            progress={progress}
            moduleCount={course.outline.modules.length}
            exerciseCount={course.exercises.length}
          />
          <FlipFigure />
        </>
      )}
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="modules">
          <h2 id="modules">The course</h2>
          <ModuleMap modules={toModuleEntries(course, progress)} />
        </section>
        <CourseAside course={course} progress={progress} actor={actor} />
      </div>
    </div>
  );
}

interface WelcomeProps {
  readonly progress: CourseProgress;
  readonly moduleCount: number;
  readonly exerciseCount: number;
}

function Welcome({ progress, moduleCount, exerciseCount }: WelcomeProps) {
  const { next } = progress;
  return (
    <section className={styles.hero}>
      <h1>Rust, Go, both, or neither: decide, and defend it in review.</h1>
      <p className={styles.lead}>
        {moduleCount} modules and {exerciseCount} cases to decide. You write the record a reviewer would ask for, and it
        comes back marked up with your own words quoted.
      </p>
      {next.type === 'done' ? null : (
        <div className={styles.begin}>
          <LinkButton href={stepPath(next)} kind="primary" className={styles.go ?? ''}>
            Start
          </LinkButton>
          <p>
            {next.title}, {next.minutes} minutes. No account needed.
          </p>
        </div>
      )}
    </section>
  );
}
