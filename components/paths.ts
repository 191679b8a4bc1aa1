import type { Route } from 'next';

/** A page of the course; `Route` alone names only the pages without an id in their address. */
export type PagePath =
  | Route
  | Route<`/lessons/${string}`>
  | Route<`/lessons/${string}/quiz`>
  | Route<`/exercises/${string}`>
  | Route<`/cases/${string}`>;

/** Addresses of pages by id. Ids arrive branded; typed routes want plain strings, so they are widened here, once. */
export const lessonPath = (id: string): PagePath => `/lessons/${id}`;
export const quizPath = (id: string): PagePath => `/lessons/${id}/quiz`;
export const exercisePath = (id: string): PagePath => `/exercises/${id}`;
export const casePath = (id: string): PagePath => `/cases/${id}`;
