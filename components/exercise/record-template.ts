/** The parts that a reviewer looks for, as headings. Order and words follow the marks of a good record. */
export const TEMPLATE_HEADINGS = [
  '## Decision',
  '## What decides it',
  '## Numbers',
  '## Alternatives, keeping what exists included',
  '## Evidence, and what it does not show',
  '## Boundary',
  '## Who owns and is paged for what',
  '## What would change our minds, and by when',
] as const;

export const TEMPLATE = `${TEMPLATE_HEADINGS.join('\n\n\n')}\n\n`;

/** Adds the headings that the text does not have yet, below what is written. */
export function addHeadings(text: string): string {
  if (text.trim() === '') return TEMPLATE;
  const present = new Set(text.split('\n').map(normalise));
  const missing = TEMPLATE_HEADINGS.filter((heading) => !present.has(normalise(heading)));
  return missing.length === 0 ? text : `${text.trimEnd()}\n\n${missing.join('\n\n\n')}\n\n`;
}

/** Words of the writer's own: the headings of the template, left empty or not, do not count. */
export function countOwnWords(text: string): number {
  const headings = new Set(TEMPLATE_HEADINGS.map(normalise));
  const own = text.split('\n').filter((line) => !headings.has(normalise(line)));
  return own.join('\n').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,%-]*/gu)?.length ?? 0;
}

const normalise = (line: string) => line.trim().toLowerCase();
