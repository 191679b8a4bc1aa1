import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { LocalTime } from '@/components/ui/local-time';
import { sayCount } from '@/components/ui/say-count';
import { getCourse } from '@/course/course';
import { CohortIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { selectCohortGaps } from '@/server/dashboard/cohort-gaps';
import { selectCounting } from '@/server/dashboard/counting';
import page from '../../../instructor.module.css';
import { CountingPage } from '../counting-page';
import { Beliefs, Criteria, Objectives, WrongOptions } from './gap-tables';

export const metadata: Metadata = { title: 'What a cohort gets wrong' };

export default async function GapsPage({ params }: { readonly params: Promise<{ readonly cohortId: string }> }) {
  const id = CohortIdSchema.safeParse((await params).cohortId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || !mayIn(actor, id.data, 'manage')) notFound();
  const counting = await selectCounting(actor, id.data, 'gaps');
  if (counting) return <CountingPage title="What a cohort gets wrong" counting={counting} />;
  const gaps = await selectCohortGaps(actor, id.data);
  if (!gaps) notFound();
  const course = await getCourse();
  const shared = { gaps, course };
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>What the group gets wrong</h1>
        <p className={page.note}>
          {sayCount(gaps.people)} {gaps.people === 1 ? 'person' : 'people'}, as of <LocalTime at={gaps.asOf} />. Latest
          answers and latest drafts count, weakest first.
        </p>
      </header>
      <Beliefs {...shared} />
      <Criteria {...shared} />
      <Objectives {...shared} />
      <WrongOptions {...shared} />
    </div>
  );
}
