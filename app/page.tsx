import Link from 'next/link';
import { AssignmentLines } from '@/components/assignments/assignment-lines';
import { CourseStrip } from '@/components/home/course-strip';
import { FlipFigure } from '@/components/home/flip-figure';
import { ModuleMap } from '@/components/home/module-map';
import { NextStep } from '@/components/home/next-step';
import { PlacementNote } from '@/components/home/placement-note';
import { ProofFigure } from '@/components/home/proof-figure';
import { stepPath } from '@/components/home/step-path';
import { WayLine } from '@/components/home/way-line';
import { sayDuration } from '@/components/ui/duration';
import { LinkButton } from '@/components/ui/link-button';
import { getCourse } from '@/course/course';
import { selectOptionalPath, selectPlacedItems } from '@/course/select';
import type { CourseProgress } from '@/schemas/progress';
import { currentActor } from '@/server/actor';
import { selectOwnAssignments } from '@/server/assignments/own';
import { selectFreshPlacement } from '@/server/placement';
import { selectProgress } from '@/server/progress';
import styles from './home.module.css';
import { toModuleEntries } from './module-entries';
import { WaitingLines } from './waiting-lines';
import { PassingRules, YourWork } from './your-work';

export default async function HomePage() {
  const actor = await currentActor();
  const [course, progress, placement, assignments] = await Promise.all([
    getCourse(),
    selectProgress(actor),
    selectFreshPlacement(actor),
    selectOwnAssignments(actor),
  ]);
  const pathTitle = (progress.pathId && selectOptionalPath(course, progress.pathId)?.title) || null;
  const modules = toModuleEntries(course, progress);
  const hint = placement ? <PlacementNote result={placement} /> : null;
  return (
    <div className={styles.page}>
      {progress.hasBegun ? (
        <>
          <NextStep progress={progress} pathTitle={pathTitle}>
            <CourseStrip modules={modules} />
          </NextStep>
          {hint}
          <AssignmentLines assignments={assignments} />
          <WaitingLines actor={actor} />
          <YourWork progress={progress} actor={actor} />
        </>
      ) : (
        <>
          <Welcome
            progress={progress}
            pathTitle={pathTitle}
            isPlacementOpen={placement === null && selectPlacedItems(course).length > 0}
            isStartFirst={!placement?.start}
          />
          <AssignmentLines assignments={assignments} />
          {hint}
          <FlipFigure />
        </>
      )}
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="modules">
          <h2 id="modules">The course</h2>
          <p className={styles.muted}>{sayOpen(progress)}</p>
          <ModuleMap modules={modules} next={progress.next} />
        </section>
        <PassingRules course={course} />
      </div>
    </div>
  );
}

interface WelcomeProps {
  readonly progress: CourseProgress;
  readonly pathTitle: string | null;
  /** There is a placement, and it was not taken yet. */
  readonly isPlacementOpen: boolean;
  /** No other start is suggested below. */
  readonly isStartFirst: boolean;
}

function Welcome({ progress, pathTitle, isPlacementOpen, isStartFirst }: WelcomeProps) {
  const { next } = progress;
  return (
    <section className={styles.hero}>
      <div className={styles.opening}>
        <h1>Rust, Go, both, or neither: decide, and defend it in review.</h1>
        <p className={styles.lead}>
          A course in one kind of technical decision. You write the record a reviewer would ask for, and it comes back
          marked up, with your own words quoted.
        </p>
        {next.type === 'done' ? null : (
          <div className={styles.begin}>
            <LinkButton href={stepPath(next)} kind={isStartFirst ? 'primary' : 'secondary'} className={styles.go ?? ''}>
              {isStartFirst ? 'Start' : 'Start at the beginning'}
            </LinkButton>
            <p>
              {next.title}, {sayDuration(next.minutes)}. No account needed.
            </p>
          </div>
        )}
        <div className={styles.ways}>
          {isPlacementOpen ? (
            <p>
              You know much of it already? <Link href="/placement">Find where to start</Link>
            </p>
          ) : null}
          <WayLine pathTitle={pathTitle} />
        </div>
      </div>
      <ProofFigure />
    </section>
  );
}

function sayOpen({ modules, hasBegun, minutesLeft, pathId }: CourseProgress): string {
  const open = modules.filter((module) => module.status !== 'in-preparation').length;
  if (open === modules.length)
    return `${open} modules, in the order in which they build on each other.${hasBegun || pathId ? '' : ` About ${sayDuration(minutesLeft)} in all.`}`;
  return `${open} of ${modules.length} modules ${open === 1 ? 'is' : 'are'} open; the others are in preparation and keep their place.`;
}
