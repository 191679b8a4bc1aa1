import { selectHighlighter } from './highlight';

/** A stretch of code in one colour per theme; null where the theme leaves the ink alone. */
export interface ListingToken {
  readonly text: string;
  readonly light: string | null;
  readonly dark: string | null;
}

type TokenisedListing = readonly (readonly ListingToken[])[];

/** A course has some dozens; those of edited items, which old attempts still ask, come on top. */
const MOST_KEPT = 200;
const known = new Map<string, Promise<TokenisedListing>>();

/** A listing line by line, for pages that put something beside each line (spot the defect). Coloured once per text. */
export function tokeniseListing(code: string, language: 'go' | 'rust'): Promise<TokenisedListing> {
  const key = `${language}\0${code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KEPT) known.clear();
  const tokenised = tokenise(code, language);
  known.set(key, tokenised);
  tokenised.catch(() => known.delete(key));
  return tokenised;
}

async function tokenise(code: string, language: 'go' | 'rust'): Promise<TokenisedListing> {
  const highlighter = await selectHighlighter();
  const themes = { light: 'github-light-default', dark: 'github-dark-default' };
  const { tokens } = highlighter.codeToTokens(code.trimEnd(), { lang: language, themes, defaultColor: false });
  return tokens.map((line) =>
    line.map(({ content, htmlStyle }) => ({
      text: content,
      light: htmlStyle?.['--shiki-light'] ?? null,
      dark: htmlStyle?.['--shiki-dark'] ?? null,
    })),
  );
}
