import { selectHighlighter } from './highlight';

/** A stretch of code in one colour per theme; null where the theme leaves the ink alone. */
export interface ListingToken {
  readonly text: string;
  readonly light: string | null;
  readonly dark: string | null;
}

/** A listing line by line, for pages that put something beside each line (spot the defect). */
export async function tokeniseListing(code: string, language: 'go' | 'rust'): Promise<ListingToken[][]> {
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
