import { AgreementLine } from '@/components/instructor/agreement-line';
import type { ScenarioId } from '@/schemas/ids';
import type { Actor } from '@/server/actor';
import { selectSampleAgreement } from '@/server/sample-agreement';

interface ExerciseAgreementProps {
  readonly actor: Actor;
  readonly scenarioId: ScenarioId;
}

/** Waits for the measurement, a second or so the first time; the page around it does not. */
export async function ExerciseAgreement({ actor, scenarioId }: ExerciseAgreementProps) {
  return <AgreementLine agreement={await selectSampleAgreement(actor, scenarioId)} />;
}
