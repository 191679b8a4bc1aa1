import rehypeShikiFromHighlighter, { type RehypeShikiCoreOptions } from '@shikijs/rehype/core';
import { createHighlighterCore, type HighlighterCore, type ShikiTransformer } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/**
 * Listings are coloured when the lesson is compiled. Each token carries both colours as --shiki-light and --shiki-dark;
 * the stylesheet picks one with light-dark(), so a theme switch needs no script.
 */
const options: RehypeShikiCoreOptions = {
  themes: { light: 'github-light-default', dark: 'github-dark-default' },
  defaultColor: false,
  defaultLanguage: 'text',
  addLanguageClass: true,
  transformers: [lineMarks(), listingFacts()],
};

let highlighter: Promise<HighlighterCore> | undefined;

/** The one highlighter of the process: both themes, and the languages of known-components.ts. */
export function selectHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [import('shiki/themes/github-light-default.mjs'), import('shiki/themes/github-dark-default.mjs')],
    langs: [
      import('shiki/langs/bash.mjs'),
      import('shiki/langs/diff.mjs'),
      import('shiki/langs/go.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/proto.mjs'),
      import('shiki/langs/rust.mjs'),
      import('shiki/langs/sql.mjs'),
      import('shiki/langs/toml.mjs'),
      import('shiki/langs/yaml.mjs'),
    ],
  });
  return highlighter;
}

/** The rehype plugin that colours fenced listings. */
export async function highlightListings() {
  const ready = await selectHighlighter();
  return () => rehypeShikiFromHighlighter(ready, options);
}

/** `{3,5-6}` in a fence's meta marks those lines with data-marked. */
function lineMarks(): ShikiTransformer {
  return {
    name: 'line-marks',
    line(node, line) {
      if (markedLines(this.options.meta?.__raw ?? '').has(line)) node.properties['data-marked'] = '';
    },
  };
}

/** `title="…"` becomes data-title, the language data-language; the page decides how they look. */
function listingFacts(): ShikiTransformer {
  return {
    name: 'listing-facts',
    pre(node) {
      const title = /title="([^"]*)"/.exec(this.options.meta?.__raw ?? '')?.[1];
      if (title) node.properties['data-title'] = title;
      node.properties['data-language'] = this.options.lang;
    },
  };
}

function markedLines(meta: string): ReadonlySet<number> {
  const ranges = /\{([\d,\s-]+)\}/.exec(meta)?.[1]?.split(',') ?? [];
  return new Set(
    ranges.flatMap((range) => {
      const [from = Number.NaN, to = from] = range.split('-').map(Number);
      return Number.isNaN(from) ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }),
  );
}
