import type { Metadata } from 'next';
import Link from 'next/link';
import { sayDuration } from '@/components/ui/duration';
import { Tag } from '@/components/ui/tag';
import { getCourse } from '@/course/course';
import { selectPlacedItems } from '@/course/select';
import { legsOf, type WaySize, waySize } from '@/grader/legs';
import type { LearningPath } from '@/schemas/learning-path';
import { currentActor } from '@/server/actor';
import { selectChosenPath } from '@/server/path-choice';
import { courseFacts } from '@/server/progress';
import { ChoosePath } from './choose-path';
import { PathSteps } from './path-steps';
import styles from './paths.module.css';

export const metadata: Metadata = { title: 'Paths' };

export default async function PathsPage() {
  const [course, chosen] = await Promise.all([getCourse(), currentActor().then(selectChosenPath)]);
  const { modules } = courseFacts(course);
  const hasPlacement = selectPlacedItems(course).length > 0;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>One course, {course.paths.length > 0 ? 'several ways through it' : 'in one order'}</h1>
        <p className={styles.lead}>
          A path orders the modules for your work and says what you can leave out. It changes your next step and nothing
          else: every module stays open, what you have done counts on any path, and you can change it at any time.
        </p>
        {hasPlacement ? (
          <p>
            Not sure how much you know already? <Link href="/placement">Take the placement</Link>; it suggests where to
            start.
          </p>
        ) : null}
      </header>
      <div className={styles.cards}>
        {course.paths.map((path) => (
          <PathCard key={path.id} path={path} size={waySize(legsOf(modules, path))} isChosen={path.id === chosen?.id} />
        ))}
        <WholeCard size={waySize(legsOf(modules, null))} isChosen={chosen === null} />
      </div>
      <div>
        {course.paths.map((path) => (
          <PathSteps
            key={path.id}
            course={course}
            path={path}
            legs={legsOf(modules, path)}
            isOpen={path.id === chosen?.id}
          />
        ))}
      </div>
    </div>
  );
}

interface PathCardProps {
  readonly path: LearningPath;
  readonly size: WaySize;
  readonly isChosen: boolean;
}

function PathCard({ path, size, isChosen }: PathCardProps) {
  return (
    <article className={styles.card} data-chosen={isChosen} aria-labelledby={`path-${path.id}`}>
      <div className={styles.cardHead}>
        <h2 id={`path-${path.id}`}>{path.title}</h2>
        {isChosen ? <Tag tone="accent">your path</Tag> : null}
      </div>
      <p className={styles.audience}>For {path.audience}</p>
      <p>{path.outcome}</p>
      <Size size={size} />
      <div className={styles.cardEnd}>
        <a href={`#steps-${path.id}`}>What it takes, and why</a>
        <ChoosePath pathId={path.id} title={path.title} isChosen={isChosen} />
      </div>
    </article>
  );
}

function WholeCard({ size, isChosen }: Omit<PathCardProps, 'path'>) {
  return (
    <article className={styles.card} data-chosen={isChosen} aria-labelledby="path-all">
      <div className={styles.cardHead}>
        <h2 id="path-all">All modules</h2>
        {isChosen ? <Tag tone="accent">your way now</Tag> : null}
      </div>
      <p className={styles.audience}>For everybody who would rather choose for themselves.</p>
      <p>Everything, in the order in which it builds on itself. Jump wherever you like.</p>
      <Size size={size} />
      <div className={styles.cardEnd}>
        <Link href="/#modules">The list of modules</Link>
        {isChosen ? null : <ChoosePath pathId={null} title="All modules" isChosen={false} />}
      </div>
    </article>
  );
}

function Size({ size }: { readonly size: WaySize }) {
  const rows = [
    ['Time', `about ${sayDuration(size.minutes)}`],
    ['Modules', size.inPreparation > 0 ? `${size.modules}, ${size.inPreparation} in preparation` : `${size.modules}`],
    ['Lessons', `${size.lessons}`],
    ['Exercises to pass', `${size.exercises}`],
  ] as const;
  return (
    <dl className={styles.size}>
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
