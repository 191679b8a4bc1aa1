import type { PagePath } from '@/components/paths';
import type { Theme } from '@/components/session/theme';

/** What the palette can do beside searching: go to a page, set the colours, or list the keys. */
export type PaletteAction =
  | { readonly type: 'go'; readonly title: string; readonly also: string; readonly path: PagePath }
  | { readonly type: 'theme'; readonly title: string; readonly also: string; readonly theme: Theme }
  | { readonly type: 'keys'; readonly title: string; readonly also: string };

const go = (title: string, path: PagePath, also = ''): PaletteAction => ({ type: 'go', title, also, path });

/** In the order in which they are offered. `also` holds other words under which people look for the same. */
export const PALETTE_ACTIONS: readonly PaletteAction[] = [
  go('Continue', '/continue', 'next step resume'),
  go('Course home', '/', 'start modules'),
  go('Cases', '/cases', 'library'),
  go('Glossary', '/glossary', 'terms words'),
  go('Paths', '/paths', 'role way'),
  go('Placement', '/placement', 'where to start test'),
  go('Account', '/account', 'sign in out export delete preferences'),
  { type: 'theme', title: 'Colours: light', also: 'theme bright', theme: 'light' },
  { type: 'theme', title: 'Colours: dark', also: 'theme night', theme: 'dark' },
  { type: 'theme', title: 'Colours: as the system', also: 'theme', theme: 'system' },
  { type: 'keys', title: 'Keys on this page', also: 'shortcuts keyboard help' },
];

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** The actions of which some word begins with each word of the query; all of them for an empty one. */
export function matchActions(query: string): readonly PaletteAction[] {
  const asked = wordsOf(query);
  return PALETTE_ACTIONS.filter(({ title, also }) => {
    const words = wordsOf(`${title} ${also}`);
    return asked.every((word) => words.some((known) => known.startsWith(word)));
  });
}
