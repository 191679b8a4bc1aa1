import { z } from 'zod';
import { type CaseId, type ClaimId, cleanText, type LessonId, type TermId } from './ids';

/** Longer than any question that a list of twenty results could answer. */
export const MOST_QUERY_CHARACTERS = 100;

/** The query string of a search. Left out or empty asks for nothing, and is answered with what would be searched. */
export const SearchQuerySchema = z.strictObject({ q: cleanText(MOST_QUERY_CHARACTERS).trim().default('') });

/** Where a result leads. Ids and anchors only: addresses are made by components/paths.ts. */
export type SearchTarget =
  | { readonly kind: 'term'; readonly termId: TermId }
  | { readonly kind: 'lesson'; readonly lessonId: LessonId; readonly anchor: string | null }
  | { readonly kind: 'claim'; readonly claimId: ClaimId; readonly lessonId: LessonId; readonly anchor: string | null }
  | { readonly kind: 'case'; readonly caseId: CaseId };
export type SearchKind = SearchTarget['kind'];

/** A piece of an excerpt; the pieces that were found are to be marked. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isFound: boolean;
}

export interface SearchResult {
  readonly target: SearchTarget;
  readonly title: string;
  /** What it stands in, such as the lesson of a section; empty where the kind says it all. */
  readonly place: string;
  readonly excerpt: readonly ExcerptPiece[];
}

export interface SearchGroup {
  readonly kind: SearchKind;
  /** How many there are; `results` holds the best of them. */
  readonly total: number;
  readonly results: readonly SearchResult[];
}

export interface SearchAnswer {
  readonly query: string;
  /** Nothing held all the words, so these hold some of them. */
  readonly isLoose: boolean;
  /** Best group first, at most twenty results together. */
  readonly groups: readonly SearchGroup[];
}
