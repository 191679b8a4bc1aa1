import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { sayDuration } from '@/components/ui/duration';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { getCourse } from '@/course/course';
import { outlineModules } from '@/course/describe-course';
import { legsOf, waySize } from '@/grader/legs';
import type { Course } from '@/schemas/course';
import { env } from '@/server/env';
import { originOfPage } from '@/server/http/same-origin';
import { currentRecipient } from '@/server/judge/current-judge';
import { courseFacts } from '@/server/progress';
import styles from './about.module.css';
import { Grading } from './grading';
import { Outcomes } from './outcomes';
import { Privacy } from './privacy';
import { Sample } from './sample';

/** What public/about.png shows. */
const PICTURE =
  'A short decision record with two sentences underlined, and beside it three points: one met, one partly met, one missing.';
const TITLE = 'Rust, Go, both, or neither: a course in deciding, and in defending it';

function describe(course: Course): string {
  const { minutes, lessons, exercises } = sizeOf(course);
  return `${lessons} lessons and ${exercises} decision records to write, about ${sayDuration(minutes)}. For engineers and leaders who must choose between Rust, Go, both, or neither for a service, and stand by it in review.`;
}

/** The whole course in its order, with one exercise a module. */
function sizeOf(course: Course) {
  return waySize(legsOf(courseFacts(course).modules, null));
}

export async function generateMetadata(): Promise<Metadata> {
  const [course, asked] = await Promise.all([getCourse(), headers()]);
  const origin = originOfPage(asked, env());
  const url = `${origin}/about`;
  const image = { url: `${origin}/about.png`, width: 1200, height: 630, alt: PICTURE };
  const description = describe(course);
  return {
    title: 'About the course',
    description,
    alternates: { canonical: url },
    openGraph: {
      type: 'website',
      siteName: 'Defensible',
      title: TITLE,
      description,
      url,
      locale: 'en_GB',
      images: [image],
    },
    twitter: { card: 'summary_large_image', title: TITLE, description, images: [image] },
  };
}

/** What a lead sends to a team before anybody has an account. Nothing on it depends on who reads it. */
export default async function AboutPage() {
  const course = await getCourse();
  const modules = outlineModules(course);
  return (
    <div className={styles.page}>
      <Opening course={course} />
      <Sample course={course} />
      <Outcomes modules={modules} />
      <Audiences course={course} />
      <Grading
        passMark={course.outline.passing.exerciseOverall}
        quizMastery={course.outline.passing.quizMastery}
        hasSecondOpinions={currentRecipient() !== null}
      />
      <Privacy />
      <section className={styles.end} aria-labelledby="begin" data-print="hide">
        <h2 id="begin">Begin without telling anybody who you are</h2>
        <p className={styles.prose}>
          The first lesson opens without an account. If you make one later, or join a group by its invitation, the work
          of your browser comes along.
        </p>
        <div className={styles.actions}>
          <LinkButton href="/" kind="primary">
            Open the course
          </LinkButton>
          <LinkButton href="/paths">Compare the ways through it</LinkButton>
          <PrintButton>Print this page</PrintButton>
        </div>
      </section>
    </div>
  );
}

function Opening({ course }: { readonly course: Course }) {
  const { modules, lessons, exercises, minutes } = sizeOf(course);
  const figures = [
    [`${modules}`, 'modules, in an order that builds'],
    [`${lessons}`, 'lessons with figures to operate'],
    [`${exercises}`, `decision records to write, of ${course.exercises.length} in the course`],
    [sayDuration(minutes), 'in all, by our estimate'],
  ] as const;
  return (
    <header className={styles.opening}>
      <p className={styles.eyebrow}>About the course</p>
      <h1>Rust, Go, both, or neither. Decide it, and be able to defend it.</h1>
      <p className={styles.lead}>
        Teams lose weeks to this argument, and years to a wrong answer. This course does not tell you which language is
        better. It teaches you to find out which one a given service can be defended in, to say what would change your
        mind, and to write that down so that a reviewer has little left to ask.
      </p>
      <dl className={styles.figures}>
        {figures.map(([figure, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

/** For whom: the paths, each with its own length. */
function Audiences({ course }: { readonly course: Course }) {
  const { modules } = courseFacts(course);
  if (course.paths.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="whom">
      <h2 id="whom">For whom</h2>
      <ul className={styles.audiences}>
        {course.paths.map((path) => {
          const size = waySize(legsOf(modules, path));
          return (
            <li key={path.id}>
              <h3>{path.title}</h3>
              <p>For {path.audience}</p>
              <p className={styles.outcome}>{path.outcome}</p>
              <p className={styles.size}>
                About {sayDuration(size.minutes)}: {size.lessons} lessons, {size.exercises} records.
              </p>
            </li>
          );
        })}
      </ul>
      <p className={styles.muted}>
        You should have worked with or around backend services. You need to know neither language: code stands side by
        side in both, and what matters in it is marked. A placement of a few minutes finds where to begin.
      </p>
    </section>
  );
}
