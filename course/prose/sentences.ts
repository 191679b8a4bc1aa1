/** A full stop after one of these ends no sentence. */
const ABBREVIATED = /(?:^|[\s(“"])(?:e\.g|i\.e|vs|cf|etc|approx|No|Dr|Mr|Ms|Inc|St|[A-Z])\.$/;

/**
 * The sentences of a text, as long as a reader has to hold them. Several semicolons make a list, of which each entry
 * counts by itself; so does what stands in parentheses.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*[-*] )/)
    .flatMap(splitParagraph)
    .flatMap((sentence) => {
      const asides = [...sentence.matchAll(/\(([^()]*)\)/g)].map(([, inside = '']) => inside);
      const main = sentence.replace(/\s*\([^()]*\)/g, '');
      const parts = main.split(/;\s+/);
      return [...(parts.length > 2 ? parts : [main]), ...asides];
    });
}

function splitParagraph(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const end of paragraph.matchAll(/[.!?…]+[”"’')\]*]*(?=\s+[“"‘'([*`]*[\p{Lu}\p{N}`])/gu)) {
    const stop = end.index + end[0].length;
    if (ABBREVIATED.test(paragraph.slice(start, stop))) continue;
    sentences.push(paragraph.slice(start, stop).trim());
    start = stop;
  }
  return [...sentences, paragraph.slice(start).trim()].filter(Boolean);
}
