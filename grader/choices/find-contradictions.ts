import type { Contradiction } from '@/schemas/grade';
import type { PartialHandIn, Scenario } from '@/schemas/scenario';
import type { Statement } from './read-statements';

/**
 * Components for which the prose names another language than the pick, and nowhere the picked one. Only a pick of Rust
 * or Go can be contradicted: "either" allows both, and keeping what exists may well mean a tool written in one of them.
 */
export function findContradictions(
  scenario: Scenario,
  picks: PartialHandIn['choices'],
  statements: readonly Statement[],
): Contradiction[] {
  return scenario.components.flatMap(({ id }) => {
    const picked = picks[id];
    const about = statements.filter((statement) => statement.components.includes(id));
    const [first] = about.filter((statement) => statement.language !== picked);
    if ((picked !== 'rust' && picked !== 'go') || !first || about.some((statement) => statement.language === picked))
      return [];
    return [{ component: id, picked, written: first.language, evidence: first.evidence }];
  });
}
