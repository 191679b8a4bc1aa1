import 'server-only';
import { getCourse } from '@/course/course';
import { writeCsv } from '@/grader/csv/write-csv';
import type { CohortExportQuery } from '@/schemas/dashboard';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import { ATTEMPT_HEAD, overviewHead } from '../analytics/export-rows';
import type { TextPart } from '../analytics/export-text';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database } from '../db/database';
import { selectNamedCohort } from './select-cohort';
import { toDeskCourse } from './to-desk-course';

/** So many people a part: the file grows while it is sent, and is nowhere whole in memory. */
const PEOPLE_PART = 250;

export interface CohortExport {
  readonly name: string;
  readonly type: 'text/csv' | 'application/json';
  readonly body: ReadableStream<Uint8Array>;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Parts come as bytes, made in the analytics thread: this one only hands them on. */
async function* overviewParts({ cohort, format, q, standing }: CohortExportQuery): AsyncGenerator<Uint8Array> {
  const course = toDeskCourse(await getCourse());
  const asked = { course, cohortId: cohort, filter: { q, standing }, size: PEOPLE_PART, format };
  for (let after: string | null = ''; after !== null; ) {
    const { bytes, next }: TextPart = await askAnalytics('peopleText', { ...asked, after });
    if (bytes.length > 0) yield bytes;
    after = next;
  }
}

async function* attemptParts({ cohort, format }: CohortExportQuery): AsyncGenerator<Uint8Array> {
  for (let after: string | null = ''; after !== null; ) {
    const { bytes, next }: TextPart = await askAnalytics('attemptsText', { cohortId: cohort, after, format });
    if (bytes.length > 0) yield bytes;
    after = next;
  }
}

async function* csvFile(head: readonly string[], parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield bytesOf(writeCsv([head]));
  yield* parts;
}

async function* jsonFile(about: object, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield bytesOf(`${JSON.stringify(about).slice(0, -1)},"rows":[`);
  let isFirst = true;
  for await (const part of parts) {
    yield bytesOf(isFirst ? '\n' : ',\n');
    yield part;
    isFirst = false;
  }
  yield bytesOf('\n]}\n');
}

/** A part is read when the one before it has been taken: a slow line holds up nobody. */
function toStream(file: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await file.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await file.return(undefined);
    },
  });
}

/** Everything the overview shows, or every attempt behind it, as a file that is written while it is sent. */
export async function exportCohort(actor: Actor, query: CohortExportQuery): Promise<CohortExport | null> {
  const { cohort: cohortId, what, format } = query;
  requireIn(actor, cohortId, 'manage', 'export a cohort');
  const cohort = await selectNamedCohort(cohortId);
  if (!cohort) return null;
  await recordAct(database(), actor, { act: 'export.made', cohortId, details: { what, format } });
  const parts = what === 'overview' ? overviewParts(query) : attemptParts(query);
  const course = await getCourse();
  const head =
    what === 'overview' ? overviewHead(course.outline.modules.map((module) => module.id)) : [...ATTEMPT_HEAD];
  const about = { cohort: cohort.name, what, madeAt: new Date().toISOString(), course: course.contentHash };
  return {
    name: `${what}-${cohortId}.${format}`,
    type: format === 'csv' ? 'text/csv' : 'application/json',
    body: toStream(format === 'csv' ? csvFile(head, parts) : jsonFile(about, parts)),
  };
}
