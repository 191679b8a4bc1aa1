import type { Contradiction } from '@/schemas/grade';
import type { Choice, PartialHandIn, Scenario } from '@/schemas/scenario';
import { defensibleChoices } from './credit-pick';
import type { Statement } from './read-statements';

type Component = Scenario['components'][number];

const writtenAs = ({ kind, language }: Statement): Choice =>
  kind === 'keep' || language === null || language === 'other' ? 'neither-keep-existing' : language;

/**
 * Whether a statement leaves room for a pick. "Either" leaves room for all. What exists may be written in Rust or Go,
 * so keeping it and naming its language agree where the statement names it, or where it
 * names none and the scenario takes both.
 */
function allows(statement: Statement, component: Component, picked: Choice): boolean {
  const written = writtenAs(statement);
  if (picked === 'either' || picked === written || statement.language === picked) return true;
  if (written !== 'neither-keep-existing' && picked !== 'neither-keep-existing') return false;
  if (picked === 'neither-keep-existing') return !statement.isMade || statement.isGeneral;
  const defensible = defensibleChoices(component);
  return statement.language === null && defensible.has(picked) && defensible.has(written);
}

/** A language recommended for no part in particular counts only where no pick at all leaves room for it. */
function generalAgainst(
  scenario: Scenario,
  picks: PartialHandIn['choices'],
  statements: readonly Statement[],
): readonly Statement[] {
  const general = statements.filter(({ components }) => components.length === 0);
  const isMet = general.some((statement) =>
    scenario.components.some((component) => {
      const picked = picks[component.id];
      const counts = picked !== 'neither-keep-existing' || statement.kind === 'keep';
      return picked !== undefined && counts && allows(statement, component, picked);
    }),
  );
  return isMet ? [] : general;
}

/**
 * Components for which the prose names another language than the pick, or keeps what exists, and nowhere says the same
 * as the pick. What is said of a component itself goes before what is said of everything.
 */
export function findContradictions(
  scenario: Scenario,
  picks: PartialHandIn['choices'],
  statements: readonly Statement[],
): Contradiction[] {
  const general = generalAgainst(scenario, picks, statements);
  return scenario.components.flatMap((component) => {
    const picked = picks[component.id];
    const about = statements.filter(({ components }) => components.includes(component.id));
    const own = about.filter(({ isGeneral }) => !isGeneral);
    const [first] = own.length > 0 ? own : about.length > 0 ? about : general;
    if (picked === undefined || !first || about.some((statement) => allows(statement, component, picked))) return [];
    if (allows(first, component, picked)) return [];
    return [{ component: component.id, picked, written: writtenAs(first), evidence: first.evidence }];
  });
}
