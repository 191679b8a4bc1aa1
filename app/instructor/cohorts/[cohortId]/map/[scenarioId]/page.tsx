import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { givenWord } from '@/components/exercise/given-word';
import { TEMPLATE_HEADINGS } from '@/components/exercise/record-template';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import styles from '@/components/team-map/pack.module.css';
import { Agenda, Flips, TwoSides } from '@/components/team-map/pack-sections';
import { Unheard } from '@/components/team-map/scenario-map';
import { BoundaryLine, SplitTable } from '@/components/team-map/split-table';
import { PrintButton } from '@/components/ui/print-button';
import { CohortIdSchema, ScenarioIdSchema } from '@/schemas/ids';
import type { DiscussionPack } from '@/schemas/team-map';
import { currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { selectDiscussionPack } from '@/server/team-map/select-pack';
import page from '../../../../instructor.module.css';

export const metadata: Metadata = { title: 'Discussion pack' };

interface PackPageProps {
  readonly params: Promise<{ readonly cohortId: string; readonly scenarioId: string }>;
}

export default async function PackPage({ params }: PackPageProps) {
  const asked = await params;
  const id = CohortIdSchema.safeParse(asked.cohortId);
  const scenarioId = ScenarioIdSchema.safeParse(asked.scenarioId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || !scenarioId.success || !mayIn(actor, id.data, 'aggregate')) notFound();
  const pack = await selectDiscussionPack(actor, id.data, scenarioId.data);
  if (!pack) notFound();
  const root = `/instructor/cohorts/${id.data}`;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <p className={page.note}>
          {pack.cohortName}, exercise {pack.scenario.id}, 45 minutes
        </p>
        <h1>{pack.scenario.title}</h1>
        <div className={styles.actions} data-print="hide">
          <PrintButton>Print it</PrintButton>
          <a href={`/api/instructor/discussion-packs?cohort=${id.data}&scenario=${pack.scenario.id}`} download>
            Download as Markdown
          </a>
          {mayIn(actor, id.data, 'manage') ? (
            <Link href={`${root}/live/${pack.scenario.id}` as Route} prefetch={false}>
              Decide live
            </Link>
          ) : null}
          <Link href={`${root}/map` as Route} prefetch={false}>
            Back to the map
          </Link>
        </div>
      </header>
      <Pack pack={pack} />
    </div>
  );
}

function Pack({ pack: { scenario, map, arguments: said, questions, flips } }: { readonly pack: DiscussionPack }) {
  return (
    <div className={styles.pack}>
      <Part title="Agenda">
        <Agenda />
      </Part>
      <Part title="The brief">
        <p className={styles.brief}>{scenario.brief}</p>
        <dl className={styles.given}>
          {Object.entries(scenario.given).map(([name, value]) => (
            <div key={name}>
              <dt>{givenWord(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="Where the team stands">
        <SplitTable components={map.components} />
        <h3>Boundary</h3>
        <BoundaryLine split={map.boundary} />
      </Part>
      <Part title="Two sides">
        <TwoSides said={said} />
      </Part>
      <Part title="What was hardly heard, and what to ask">
        {map.isEnough ? <Unheard unheard={map.unheard} /> : null}
        <ul className={styles.questions}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Part>
      <Part title="What would flip it">
        <Flips flips={flips} />
      </Part>
      <Part title="The decision record">
        <div className={styles.template}>
          {TEMPLATE_HEADINGS.map((heading) => (
            <div key={heading}>
              <h3>{heading.replace('## ', '')}</h3>
              <div className={styles.lines} aria-hidden="true" />
            </div>
          ))}
        </div>
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
