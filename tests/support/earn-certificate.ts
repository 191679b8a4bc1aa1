import { type APIRequestContext, expect } from 'playwright/test';
import type { Course, LoadedLesson } from '@/schemas/course';
import type { Item } from '@/schemas/item';
import { modelRecord } from './sample-record';

type Method = 'post' | 'put';

/** Sends a write as the course's own pages do; a full bucket is waited for, as its answer says. */
async function send(
  request: APIRequestContext,
  method: Method,
  address: string,
  data: object,
  key?: string,
): Promise<string> {
  const { origin } = new URL(process.env.APP_URL ?? '');
  for (;;) {
    const reply = await request[method](address, {
      data,
      headers: { origin, ...(key ? { 'idempotency-key': key } : {}) },
    });
    if (reply.status() !== 429) {
      expect(reply.ok(), `${address}: ${await reply.text()}`).toBe(true);
      return reply.text();
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000 * Number(reply.headers()['retry-after'] ?? 1)));
  }
}

/** The right response to an item; null where only prose would do. */
function rightResponse(item: Item): object | null {
  switch (item.type) {
    case 'single-choice':
      return { type: item.type, chosen: item.key };
    case 'multiple-choice':
      return { type: item.type, chosen: item.key };
    case 'ordering':
      return { type: item.type, order: item.key };
    case 'matching':
      return { type: item.type, placed: item.key };
    case 'numeric':
      return { type: item.type, value: item.key };
    case 'short-answer':
      return { type: item.type, text: item.modelAnswer };
    case 'spot-the-defect':
      return { type: item.type, lines: item.defects.map(({ lines }) => lines[0]) };
    default:
      return item satisfies never;
  }
}

async function readAndMaster(request: APIRequestContext, { lesson, quiz }: LoadedLesson): Promise<void> {
  await send(request, 'put', `/api/lessons/${lesson.id}/read`, {});
  if (quiz.items.length === 0) return;
  const opened = await send(request, 'post', '/api/quizzes', { lessonId: lesson.id, items: 'all' });
  const { attemptId } = (JSON.parse(opened) as { view: { attemptId: string } }).view;
  for (const item of quiz.items)
    await send(request, 'post', `/api/attempts/${attemptId}/responses`, {
      itemId: item.id,
      response: rightResponse(item),
      confidence: 'sure',
    });
}

/** Hands in the model record of an exercise and has its result shown; answers with the submission's id. */
export async function handInModel(request: APIRequestContext, course: Course, scenarioId: string): Promise<string> {
  const body = { scenarioId, handIn: modelRecord(course, scenarioId) };
  const reply = await send(request, 'post', '/api/submissions', body, crypto.randomUUID());
  const { submissionId } = JSON.parse(reply) as { submissionId: string };
  await send(request, 'put', `/api/submissions/${submissionId}/prediction`, { type: 'skipped' });
  return submissionId;
}

/** Does everything that a path asks for, and the capstone. The person behind `request` must be a guest or signed in. */
export async function earnCertificate(request: APIRequestContext, course: Course, pathId: string): Promise<void> {
  const path = course.paths.find(({ id }) => id === pathId);
  if (!path) throw new Error(`the course has no path ${pathId}`);
  await send(request, 'put', '/api/path', { pathId });
  for (const step of path.steps) {
    const skipped: readonly string[] = step.skip?.lessons ?? [];
    const module = course.outline.modules.find(({ id }) => id === step.module);
    const lessons = course.lessons.filter((loaded) => loaded.module.id === step.module);
    for (const loaded of lessons.filter(({ lesson }) => !skipped.includes(lesson.id)))
      await readAndMaster(request, loaded);
    const exercise = (step.exercises ?? module?.exercises ?? [])[0];
    if (exercise) await handInModel(request, course, exercise);
  }
}
