import { FlipFigure } from '@/components/home/flip-figure';
import { ModuleMap } from '@/components/home/module-map';
import { NextStep } from '@/components/home/next-step';
import { stepPath } from '@/components/home/step-path';
import { LinkButton } from '@/components/ui/link-button';
import { getCourse } from '@/course/course';
import type { CourseProgress } from '@/schemas/progress';
import { currentActor } from '@/server/actor';
import { selectProgress } from '@/server/progress';
import styles from './home.module.css';
import { toModuleEntries } from './module-entries';
import { PassingRules, YourWork } from './your-work';

export default async function HomePage() {
  const actor = await currentActor();
  const [course, progress] = await Promise.all([getCourse(), selectProgress(actor)]);
  return (
    <div className={styles.page}>
      {progress.hasBegun ? (
        <>
          <NextStep progress={progress} />
          <YourWork course={course} progress={progress} actor={actor} />
        </>
      ) : (
        <>
          <Welcome progress={progress} />
          <FlipFigure />
        </>
      )}
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="modules">
          <h2 id="modules">The course</h2>
          <p className={styles.muted}>{sayOpen(progress)}</p>
          <ModuleMap modules={toModuleEntries(course, progress)} />
        </section>
        <PassingRules course={course} />
      </div>
    </div>
  );
}

function Welcome({ progress }: { readonly progress: CourseProgress }) {
  const { next } = progress;
  return (
    <section className={styles.hero}>
      <h1>Rust, Go, both, or neither: decide, and defend it in review.</h1>
      <p className={styles.lead}>
        A course in one kind of technical decision. You write the record a reviewer would ask for, and it comes back
        marked up, with your own words quoted.
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

function sayOpen({ modules }: CourseProgress): string {
  const open = modules.filter((module) => module.status !== 'in-preparation').length;
  if (open === modules.length) return `${open} modules, in the order in which they build on each other.`;
  return `${open} of ${modules.length} modules ${open === 1 ? 'is' : 'are'} open; the others are in preparation and keep their place.`;
}
