import type { DeskCohort, DeskFigures } from '@/components/desk/desk-cohort';
import type { Actor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { type CohortCard, selectCohorts } from '@/server/cohorts/cohorts';
import { selectCohortGlance } from '@/server/dashboard/cohort-overview';
import { selectCounting } from '@/server/dashboard/counting';
import { DEMO_COHORT } from '@/server/demo/demo-cohort';
import { countWaiting } from '@/server/reviews/queue';

/** Of so many cohorts the numbers are read for the desk; whoever runs more reads the rest on their own pages. */
const MOST_READ = 12;

async function readFigures(actor: Actor, { id, archivedAt }: CohortCard): Promise<DeskFigures> {
  if (archivedAt !== null || !mayIn(actor, id, 'manage')) return { state: 'none' };
  const counting = await selectCounting(actor, id, 'board');
  if (counting) return { state: 'counting', ...counting };
  const glance = await selectCohortGlance(actor, id);
  return glance ? { state: 'counted', summary: glance.summary } : { state: 'none' };
}

/** The cohorts of the desk, each with what waits in it. */
export async function readDeskCohorts(actor: Actor): Promise<readonly DeskCohort[]> {
  const [cards, waiting] = await Promise.all([selectCohorts(actor), countWaiting(actor)]);
  return Promise.all(
    cards.map(async (card, index): Promise<DeskCohort> => {
      const found = waiting.find(({ cohortId }) => cohortId === card.id);
      return {
        ...card,
        isDemo: card.id === DEMO_COHORT.id,
        waiting: found?.waiting ?? null,
        appeals: found?.appeals ?? null,
        figures: index < MOST_READ ? await readFigures(actor, card) : { state: 'none' },
      };
    }),
  );
}
