import Link from 'next/link';
import { DraftsUnderWay } from '@/components/home/drafts-under-way';
import { Strengths } from '@/components/home/strengths';
import { sayDays } from '@/components/retention/retention-words';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { Course } from '@/schemas/course';
import type { CourseProgress } from '@/schemas/progress';
import type { Actor } from '@/server/actor';
import { selectDraftsUnderWay, selectStrengths } from '@/server/home';
import { readRetention } from '@/server/retention/read-retention';
import styles from './home.module.css';

interface YourWorkProps {
  readonly progress: CourseProgress;
  readonly actor: Actor | null;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Beside the map: the rules for passing, with the numbers of this course. */
export function PassingRules({ course }: { readonly course: Course }) {
  const { exerciseOverall, quizMastery } = course.outline.passing;
  return (
    <aside className={styles.aside} aria-label="Rules">
      <section aria-labelledby="passing">
        <h2 id="passing">How passing works</h2>
        <dl className={styles.rules}>
          <div>
            <dt>A quiz</dt>
            <dd>
              {percent(quizMastery)} of its items right in your latest answers. Retry the missed ones as often as you
              like.
            </dd>
          </div>
          <div>
            <dt>An exercise</dt>
            <dd>{percent(exerciseOverall)} overall on one draft. Drafts are unlimited; the best counts.</dd>
          </div>
          <div>
            <dt>A module</dt>
            <dd>Its lessons read, its quizzes mastered, one of its exercises passed.</dd>
          </div>
          <div>
            <dt>The course</dt>
            <dd>
              All modules, or those of your path, and the capstone of the last.{' '}
              <Link href="/certificate">The certificate</Link>
            </dd>
          </div>
        </dl>
      </section>
    </aside>
  );
}

/** Under the next step: drafts under way, what was learned so far, and what a guest's work hangs on. */
export async function YourWork({ progress, actor }: YourWorkProps) {
  const [drafts, strengths] = await Promise.all([selectDraftsUnderWay(actor, progress), selectStrengths(actor)]);
  return (
    <div className={styles.work}>
      <DraftsUnderWay drafts={drafts} />
      <Strengths strengths={strengths} />
      {actor?.isGuest ? <GuestNote /> : null}
    </div>
  );
}

async function GuestNote() {
  const { guests } = await readRetention();
  return (
    <Notice
      title="Your work hangs on this browser"
      actions={
        <LinkButton href="/account" size="small">
          Claim an account
        </LinkButton>
      }
    >
      <p>
        You are a guest. Only this browser can open your work, and it is deleted {sayDays(guests)} after your last
        visit.
      </p>
    </Notice>
  );
}
