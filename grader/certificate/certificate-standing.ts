import type { ModuleId, ScenarioId } from '@/schemas/ids';
import type { Step } from '@/schemas/progress';
import { type Leg, legsOf } from '../legs';
import { isExercisePassed } from '../passing';
import { type ProgressFacts, stepsLeft } from '../progress';

export interface MissingOfModule {
  readonly moduleId: ModuleId;
  readonly steps: readonly Step[];
}

export interface CertificateFacts {
  readonly isEarned: boolean;
  /** Modules that the way asks for; those in preparation ask for nothing and are left out. */
  readonly asked: readonly ModuleId[];
  readonly isCapstonePassed: boolean;
  readonly missing: readonly MissingOfModule[];
  readonly minutesLeft: number;
}

const isOpen = ({ module }: Leg) => module.lessons.length > 0;

/**
 * A certificate is earned by everything that the way asks for, the whole course or the chosen path, and by the capstone,
 * which no path leaves out. Modules in preparation ask for nothing; a course of nothing else gives no certificate.
 */
export function certificateStanding(facts: ProgressFacts, capstone: ScenarioId | undefined): CertificateFacts {
  const legs = legsOf(facts.modules, facts.path).filter(isOpen);
  const ofWay = legs.map((leg) => ({ moduleId: leg.module.id, steps: stepsLeft(leg, facts) }));
  const isCapstonePassed = facts.handIns.some(
    ({ scenarioId, overall }) =>
      scenarioId === capstone && isExercisePassed(overall, { exerciseOverall: facts.passMark }),
  );
  const missing = isCapstonePassed ? ofWay : withCapstone(ofWay, facts, capstone);
  const open = missing.filter(({ steps }) => steps.length > 0);
  return {
    isEarned: legs.length > 0 && open.length === 0,
    asked: legs.map(({ module }) => module.id),
    isCapstonePassed,
    missing: open,
    minutesLeft: open.flatMap(({ steps }) => steps).reduce((sum, step) => sum + minutesOf(step), 0),
  };
}

const minutesOf = (step: Step) => (step.type === 'done' ? 0 : step.minutes);

/** The capstone is asked for once: in its module where the way has it, else after the rest. */
function withCapstone(
  ofWay: readonly MissingOfModule[],
  { modules }: ProgressFacts,
  capstone: ScenarioId | undefined,
): readonly MissingOfModule[] {
  const home = modules.find(({ exercises }) => exercises.some(({ id }) => id === capstone));
  const exercise = home?.exercises.find(({ id }) => id === capstone);
  const isAsked = ofWay.some(({ steps }) =>
    steps.some((step) => step.type === 'exercise' && step.scenarioId === capstone),
  );
  if (!home || !exercise || isAsked) return ofWay;
  const { id: scenarioId, title, minutes } = exercise;
  const step: Step = { type: 'exercise', scenarioId, title, minutes };
  if (!ofWay.some(({ moduleId }) => moduleId === home.id)) return [...ofWay, { moduleId: home.id, steps: [step] }];
  return ofWay.map((entry) => (entry.moduleId === home.id ? { ...entry, steps: [...entry.steps, step] } : entry));
}
