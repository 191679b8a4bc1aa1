import type { Route } from 'next';

/** Addresses of pages by id. Ids arrive branded; typed routes want plain strings, so they are widened here, once. */
export const lessonPath = (id: string): Route => `/lessons/${id}`;
export const quizPath = (id: string): Route => `/lessons/${id}/quiz`;
export const exercisePath = (id: string): Route => `/exercises/${id}`;
