import type { Route } from 'next';
import Link from 'next/link';
import type { ScenarioMap as ScenarioMapData } from '@/schemas/team-map';
import { BoundaryLine, SplitTable } from './split-table';
import styles from './team-map.module.css';

interface ScenarioMapProps {
  readonly map: ScenarioMapData;
  readonly cohortId: string;
  /** Whoever runs the cohort can open a round. */
  readonly mayOpenRound: boolean;
}

/** One scenario: choices, boundary, what went unheard, and what to do about it. */
export function ScenarioMap({ map, cohortId, mayOpenRound }: ScenarioMapProps) {
  const root = `/instructor/cohorts/${cohortId}`;
  return (
    <article className={styles.scenario} aria-labelledby={`map-${map.scenarioId}`}>
      <header className={styles.scenarioHead}>
        <h2 id={`map-${map.scenarioId}`}>
          <span className={styles.eyebrow}>{map.scenarioId}</span> {map.title}
        </h2>
        <ul className={styles.links} data-print="hide">
          <li>
            <Link href={`${root}/map/${map.scenarioId}` as Route} prefetch={false}>
              Discussion pack<span className={styles.about}> for {map.scenarioId}</span>
            </Link>
          </li>
          {mayOpenRound ? (
            <li>
              <Link href={`${root}/live/${map.scenarioId}` as Route} prefetch={false}>
                Decide live<span className={styles.about}> on {map.scenarioId}</span>
              </Link>
            </li>
          ) : null}
        </ul>
      </header>
      {map.isEnough ? (
        <div className={styles.panes}>
          <SplitTable components={map.components} />
          <div className={styles.aside}>
            <h3>Boundary</h3>
            <BoundaryLine split={map.boundary} />
            <h3>Hardly heard</h3>
            <Unheard unheard={map.unheard} />
          </div>
        </div>
      ) : (
        <p className={styles.muted}>Fewer than five people handed this in. The map of it opens with the fifth.</p>
      )}
    </article>
  );
}

/** Criteria that nobody, or one person at most, met. */
export function Unheard({ unheard }: Pick<ScenarioMapData, 'unheard'>) {
  if (unheard.length === 0)
    return <p className={styles.muted}>Every point of the rubric was made by two people or more.</p>;
  return (
    <>
      <p className={styles.muted}>Made by nobody, or by one person:</p>
      <ul className={styles.unheard}>
        {unheard.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </>
  );
}
