import { NOWHERE } from './nearness';
import type { PreparedRule } from './prepare-probes';

/** How far a rule is met, in the unit of its parts' values: the weakest part that it needs, and their mean. */
export interface RuleMet {
  readonly weakest: number;
  readonly mean: number;
}

function meet(rule: PreparedRule, values: readonly number[]): RuleMet {
  const value = (part: number) => values[part] ?? NOWHERE;
  const some = rule.of
    .map(value)
    .sort((one, other) => other - one)
    .slice(0, rule.atLeast);
  const used = [...rule.all.map(value), ...some];
  if (used.length === 0) return { weakest: NOWHERE, mean: NOWHERE };
  return { weakest: Math.min(...used), mean: used.reduce((sum, own) => sum + own, 0) / used.length };
}

/** The best of several alternatives, each figure by itself. */
export function meetAny(rules: readonly PreparedRule[], values: readonly number[]): RuleMet {
  const met = rules.map((rule) => meet(rule, values));
  const best = (figure: keyof RuleMet) => met.reduce((most, one) => Math.max(most, one[figure]), NOWHERE);
  return { weakest: best('weakest'), mean: best('mean') };
}
