import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PUBLISHED_FIGURES } from './published-figures';

/** Where the figures are printed and explained; what a page quotes must be what stands there. */
const DOCUMENT = readFileSync(new URL('../docs/grader.md', import.meta.url), 'utf8');

test('the figures that pages quote are those of docs/grader.md', () => {
  const { measuredOn, samples, exercises, judgements, toPerson } = PUBLISHED_FIGURES;
  const { kappa, sameLevel, withinOneLevel, meanError, halfMarkRecall } = PUBLISHED_FIGURES;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  for (const words of [
    `of ${samples} samples of ${exercises} exercises, ${judgements} judgements`,
    `by \`npm run bench:grader\` on ${measuredOn}`,
    `| quadratic weighted kappa per criterion | ${kappa} |`,
    `| same level · within one level | ${sameLevel} · ${withinOneLevel} |`,
    `· ${halfMarkRecall} ·`,
    `· ${meanError} ·`,
    `| sent to a person: all · honest profiles | ${percent(toPerson.all)} · ${percent(toPerson.honest)} |`,
  ])
    expect(DOCUMENT).toContain(words);
});
