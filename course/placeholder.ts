import type { ContentFile } from './content-files';
import type { Problem } from './problem';

/** How `npm run new` marks what an author has yet to write. */
export const toWrite = (what: string): string => `[to write: ${what}]`;

const PLACEHOLDER = /\[to write: ([^\]]*)\]/;

/** Every place that still holds what a skeleton put there. */
export function checkPlaceholders(files: readonly ContentFile[]): Problem[] {
  return files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index): Problem[] => {
      const what = PLACEHOLDER.exec(line)?.[1];
      return what === undefined
        ? []
        : [{ file, path: `line ${index + 1}`, message: `still holds the placeholder, expected ${what}` }];
    }),
  );
}
