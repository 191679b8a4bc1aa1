import type { Route } from 'next';

/** A page of the course; `Route` alone names only the pages without an id in their address. */
export type PagePath =
  | Route
  | Route<`/lessons/${string}`>
  | Route<`/lessons/${string}/quiz`>
  | Route<`/exercises/${string}`>
  | Route<`/cases/${string}`>
  | Route<`/studio/${string}`>;

/** Addresses of pages by id. Ids arrive branded; typed routes want plain strings, so they are widened here, once. */
export const lessonPath = (id: string): PagePath => `/lessons/${id}`;
export const quizPath = (id: string): PagePath => `/lessons/${id}/quiz`;
export const exercisePath = (id: string): PagePath => `/exercises/${id}`;
/** The exercise with an earlier draft to go on from. */
export const revisePath = (id: string, submissionId: string): PagePath => `/exercises/${id}?revise=${submissionId}`;
export const comparePath = (id: string): PagePath => `/exercises/${id}/compare`;
/** Which answers a scenario has; its page says so where it is not open yet. */
export const spacePath = (id: string): PagePath => `/exercises/${id}/space`;
export const decisionPath = (id: string): PagePath => `/studio/${id}`;
export const casePath = (id: string): PagePath => `/cases/${id}`;

/** A place inside a lesson: a section, a card, or the first use of a term; without one, the lesson's top. */
export const lessonPlacePath = (id: string, anchor: string | null): PagePath =>
  anchor === null ? `/lessons/${id}` : `/lessons/${id}#${anchor}`;
/** An entry of the glossary. course/mark-terms.ts writes the same address into lessons. */
export const termPath = (id: string): PagePath => `/glossary#${id}`;
export const searchPath = (query: string): PagePath => `/search?q=${encodeURIComponent(query)}`;
