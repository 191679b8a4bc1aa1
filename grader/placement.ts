import type { ModuleId } from '@/schemas/ids';
import type { PlacementAnswer, PlacementStanding } from '@/schemas/placement';

/** From this share of a matching item on, a wrong answer was half right. */
const HALF = 0.5;

/**
 * What one answer says about its module. A right guess proves little, and half a right answer something; "I don't know"
 * and a wrong answer weigh the same, so that nobody has a reason to guess.
 */
export function placementStanding({
  given,
  share,
  isRight,
}: Pick<PlacementAnswer, 'given' | 'share' | 'isRight'>): PlacementStanding {
  if (!given) return 'not-yet';
  if (isRight) return given.confidence === 'guess' ? 'shaky' : 'solid';
  return share >= HALF ? 'shaky' : 'not-yet';
}

interface Standing {
  readonly moduleId: ModuleId;
  readonly standing: PlacementStanding;
}

/**
 * The first module, in the order given, whose item was not solid; those before it can be skimmed. Started too early costs
 * minutes, started too late costs the thread, so shaky counts as a reason to start. A module without an item stops nobody.
 */
export function suggestStart(
  order: readonly ModuleId[],
  standings: readonly Standing[],
): { readonly start: ModuleId | null; readonly skim: readonly ModuleId[] } {
  const asked = order.flatMap((id) => standings.find(({ moduleId }) => moduleId === id) ?? []);
  const index = asked.findIndex(({ standing }) => standing !== 'solid');
  const before = index === -1 ? asked : asked.slice(0, index);
  return { start: asked[index]?.moduleId ?? null, skim: before.map(({ moduleId }) => moduleId) };
}
