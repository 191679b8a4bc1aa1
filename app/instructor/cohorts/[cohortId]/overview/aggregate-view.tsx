import { FunnelBars } from '@/components/dashboard/funnel-bars';
import { type HeatMapModule, ModuleFigures } from '@/components/dashboard/heat-map';
import { Empty } from '@/components/ui/empty';
import { LocalTime } from '@/components/ui/local-time';
import type { CohortAggregateView } from '@/schemas/dashboard-view';
import page from '../../../instructor.module.css';

/** The overview for those who lead: numbers about the whole, and nobody in it. */
export function AggregateView({
  view: { cohort, asOf, summary },
  modules,
}: {
  readonly view: CohortAggregateView;
  readonly modules: readonly HeatMapModule[];
}) {
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{cohort.name}</h1>
        <p className={page.note}>
          Numbers about the whole, and none about a person. As of <LocalTime at={asOf} />.
        </p>
      </header>
      {summary ? (
        <section className={page.section} aria-labelledby="far-heading">
          <h2 id="far-heading">How far is everybody</h2>
          <FunnelBars funnel={summary.funnel} people={summary.people} />
          <p className={page.note}>A median stands here from five people on; below that it would be about somebody.</p>
          <ModuleFigures caption={`${cohort.name}: figures by module`} modules={modules} summary={summary} />
        </section>
      ) : (
        <Empty>
          <p>
            Fewer than five people learn in this cohort, and numbers about so few would be about somebody. They appear
            here with the fifth.
          </p>
        </Empty>
      )}
    </div>
  );
}
