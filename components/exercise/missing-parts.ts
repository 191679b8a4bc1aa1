import type { Boundary, Choice, HandIn, PartialHandIn, PublicScenario } from '@/schemas/scenario';
import { countOwnWords } from './record-template';

/** Something without which a record cannot be handed in; `target` is the id of the control that supplies it. */
export interface MissingPart {
  readonly words: string;
  readonly target: string;
}

export const choiceTarget = (componentId: string) => `choice-${componentId}`;
export const BOUNDARY_TARGET = 'boundary';
export const RECORD_TARGET = 'record';

export function missingParts(handIn: PartialHandIn, components: PublicScenario['components']): MissingPart[] {
  const parts: MissingPart[] = components
    .filter((component) => handIn.choices[component.id] === undefined)
    .map((component) => ({ words: `a choice for ${component.name}`, target: choiceTarget(component.id) }));
  if (handIn.boundary === undefined) parts.push({ words: 'the boundary', target: BOUNDARY_TARGET });
  if (countOwnWords(handIn.explanation) === 0) parts.push({ words: 'the written record', target: RECORD_TARGET });
  return parts;
}

/** What is missing in one short line: several open choices are counted rather than listed. */
export function missingWords(parts: readonly MissingPart[]): string {
  const choices = parts.filter((part) => part.target.startsWith(choiceTarget('')));
  const others = parts.filter((part) => !choices.includes(part)).map((part) => part.words);
  const first = choices.length > 1 ? [`${choices.length} choices`] : choices.map((part) => part.words);
  return [...first, ...others].join(', ');
}

/** The record as it can be handed in; null while something is missing. */
export function completeHandIn(handIn: PartialHandIn, components: PublicScenario['components']): HandIn | null {
  const { boundary, explanation } = handIn;
  if (boundary === undefined || missingParts(handIn, components).length > 0) return null;
  const choices: Record<string, Choice> = {};
  for (const { id } of components) {
    const choice = handIn.choices[id];
    if (choice) choices[id] = choice;
  }
  return { choices, boundary: boundary satisfies Boundary, explanation };
}
