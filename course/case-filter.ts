import type { z } from 'zod';
import {
  type Case,
  type CaseBoundary,
  CaseBoundarySchema,
  type CaseConstraint,
  CaseConstraintSchema,
  type CaseDirection,
  CaseDirectionSchema,
} from '@/schemas/case';

/** What the case library is narrowed to; null and the empty text leave everything. */
export interface CaseFilter {
  readonly constraint: CaseConstraint | null;
  readonly boundary: CaseBoundary | null;
  readonly direction: CaseDirection | null;
  readonly text: string;
}

export type CaseFacet = 'constraint' | 'boundary' | 'direction';

/** Longer searches are cut: nobody types them, and they travel in the address. */
const MAX_TEXT = 80;

type Params = Readonly<Record<string, string | string[] | undefined>>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';

const known = <Value extends string>(schema: z.ZodType<Value>, value: string | string[] | undefined): Value | null =>
  schema.safeParse(first(value)).data ?? null;

/** The filter that an address asks for. A value that the library does not know filters nothing. */
export function readCaseFilter(params: Params): CaseFilter {
  return {
    constraint: known(CaseConstraintSchema, params.constraint),
    boundary: known(CaseBoundarySchema, params.boundary),
    direction: known(CaseDirectionSchema, params.direction),
    text: first(params.q).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT),
  };
}

/** The one query string of a filter, without empty parts: what is shared and bookmarked. */
export function caseQuery({ constraint, boundary, direction, text }: CaseFilter): string {
  const parts = Object.entries({ constraint, boundary, direction, q: text }).filter(
    (entry): entry is [string, string] => Boolean(entry[1]),
  );
  return new URLSearchParams(parts).toString();
}

const hasFacets = ({ facets }: Case, { constraint, boundary, direction }: CaseFilter): boolean =>
  (constraint === null || facets.constraints.includes(constraint)) &&
  (boundary === null || facets.boundaries.includes(boundary)) &&
  (direction === null || facets.directions.includes(direction));

function searched({ id, title, group, decision, decidingConstraint, boundary, sections }: Case): string {
  const texts = sections.flatMap(({ heading, text }) => [heading, text]);
  return [id, title, group, decision, decidingConstraint, boundary, ...texts].join('\n').toLowerCase();
}

/** The cases that fit every facet and hold every word of the text, in the order of the library. */
export function filterCases(cases: readonly Case[], filter: CaseFilter): Case[] {
  const words = filter.text.toLowerCase().split(' ').filter(Boolean);
  return cases.filter((entry) => {
    if (!hasFacets(entry, filter)) return false;
    const text = searched(entry);
    return words.every((word) => text.includes(word));
  });
}

export interface FacetCount<Value> {
  readonly value: Value;
  /** Cases left when this value is chosen and the rest of the filter stays. */
  readonly count: number;
}

/** Every value of the facets that the library uses, with what choosing it would leave. */
export function countFacets(cases: readonly Case[], filter: CaseFilter) {
  const counts = <Value extends string>(
    facet: CaseFacet,
    options: readonly Value[],
    valuesOf: (entry: Case) => readonly Value[],
  ): FacetCount<Value>[] => {
    const rest = filterCases(cases, { ...filter, [facet]: null });
    return options
      .filter((value) => cases.some((entry) => valuesOf(entry).includes(value)))
      .map((value) => ({ value, count: rest.filter((entry) => valuesOf(entry).includes(value)).length }));
  };
  return {
    constraint: counts('constraint', CaseConstraintSchema.options, ({ facets }) => facets.constraints),
    boundary: counts('boundary', CaseBoundarySchema.options, ({ facets }) => facets.boundaries),
    direction: counts('direction', CaseDirectionSchema.options, ({ facets }) => facets.directions),
  };
}
