import MiniSearch, { type SearchResult as Hit, type SearchOptions } from 'minisearch';
import type { Course } from '@/schemas/course';
import type { SearchAnswer, SearchGroup, SearchKind, SearchResult } from '@/schemas/search';
import { excerptOf } from './excerpt';
import { type SearchableCourse, type SearchDocument, searchDocuments } from './search-documents';
import { indexed, wordsOf } from './words';

/** How many of each kind are listed: twenty together. */
const MOST: Readonly<Record<SearchKind, number>> = { lesson: 8, term: 4, claim: 4, case: 4 };
/** Each word costs a walk through the index; a question needs no more of them. */
const MOST_WORDS = 8;
/** In shorter words one wrong letter makes another word: Go and GC, p95 and p99. */
const LEAST_FUZZY = 4;
/** Two letters begin too many words: "go" is not "good". */
const LEAST_PREFIX = 3;

interface SearchIndex {
  readonly index: MiniSearch<SearchDocument>;
  readonly documents: readonly SearchDocument[];
}

/** One index for a course and a process: Next bundles this module into several parts of the server. */
declare global {
  var defensibleSearch: WeakMap<SearchableCourse, SearchIndex> | undefined;
}

const exact: SearchOptions = {
  boost: { title: 4, names: 5, text: 1 },
  prefix: (word) => word.length >= LEAST_PREFIX,
  combineWith: 'AND',
};
const forgiving: SearchOptions = {
  ...exact,
  fuzzy: (word) => (word.length >= LEAST_FUZZY ? 0.2 : false),
  maxFuzzy: 2,
};

/**
 * What the course says about some words: sections of lessons, cases, claims and terms, grouped, best first. Words as
 * they are written come first; only where nothing holds them all are slips forgiven, and then some of them enough.
 */
export function searchCourse(course: Course, query: string): SearchAnswer {
  const { index, documents } = indexOf(course);
  const words = wordsOf(query).flatMap(({ text }) => indexed(text) ?? []);
  const asked = [...new Set(words)].slice(0, MOST_WORDS).join(' ');
  if (!asked) return { query, isLoose: false, groups: [] };
  const all = firstFound(index, asked, [exact, forgiving]);
  if (all.length > 0) return { query, isLoose: false, groups: group(all, documents) };
  const some = index.search(asked, { ...forgiving, combineWith: 'OR' });
  return { query, isLoose: some.length > 0, groups: group(some, documents) };
}

function firstFound(index: MiniSearch<SearchDocument>, asked: string, attempts: readonly SearchOptions[]): Hit[] {
  for (const attempt of attempts) {
    const hits = index.search(asked, attempt);
    if (hits.length > 0) return hits;
  }
  return [];
}

function indexOf(course: SearchableCourse): SearchIndex {
  globalThis.defensibleSearch ??= new WeakMap();
  const known = globalThis.defensibleSearch.get(course);
  if (known) return known;
  const documents = searchDocuments(course);
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'names', 'text'],
    tokenize: (text) => wordsOf(text).map((word) => word.text),
    processTerm: indexed,
  });
  index.addAll(documents);
  globalThis.defensibleSearch.set(course, { index, documents });
  return { index, documents };
}

/** Hits come best first, and so do the groups: a kind stands where its best result would. */
function group(hits: readonly Hit[], documents: readonly SearchDocument[]): SearchGroup[] {
  const groups = new Map<SearchKind, { total: number; results: SearchResult[] }>();
  for (const hit of hits) {
    const document = documents[Number(hit.id)];
    if (!document) continue;
    const { kind } = document.target;
    const held = groups.get(kind) ?? { total: 0, results: [] };
    held.total += 1;
    if (held.results.length < MOST[kind]) held.results.push(toResult(document, hit));
    groups.set(kind, held);
  }
  return Array.from(groups, ([kind, held]) => ({ kind, ...held }));
}

function toResult({ target, title, place, text }: SearchDocument, hit: Hit): SearchResult {
  return { target, title, place, excerpt: excerptOf(text, new Set(hit.terms)) };
}
