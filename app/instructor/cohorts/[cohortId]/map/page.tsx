import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { ScenarioMap } from '@/components/team-map/scenario-map';
import { Empty } from '@/components/ui/empty';
import { CohortIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { selectCounting } from '@/server/dashboard/counting';
import { selectTeamMap } from '@/server/team-map/select-map';
import page from '../../../instructor.module.css';
import { CountingPage } from '../counting-page';

export const metadata: Metadata = { title: 'Where a team splits' };

export default async function MapPage({ params }: { readonly params: Promise<{ readonly cohortId: string }> }) {
  const id = CohortIdSchema.safeParse((await params).cohortId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || !mayIn(actor, id.data, 'aggregate')) notFound();
  // The thread that counts does one thing after another: behind a first reading of a large cohort the map would wait unseen.
  const counting = await selectCounting(actor, id.data, 'board');
  if (counting) return <CountingPage title="Where the group splits" counting={counting} />;
  const view = await selectTeamMap(actor, id.data);
  if (!view) notFound();
  const { cohort, maps } = view;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Where the group splits</h1>
        <p className={page.note}>
          Latest drafts count. From five people on, and in words that hide whether it is nobody or one person, everybody
          or all but one: nobody can be made out, by themselves or by the rest.
        </p>
      </header>
      {maps.length === 0 ? (
        <Empty>
          <p>Nobody has handed in a decision record yet. The map of an exercise opens when five people have.</p>
        </Empty>
      ) : (
        maps.map((map) => (
          <ScenarioMap
            key={map.scenarioId}
            map={map}
            cohortId={cohort.id}
            mayOpenRound={mayIn(actor, cohort.id, 'manage')}
          />
        ))
      )}
    </div>
  );
}
