import 'server-only';
import { getCourse } from '@/course/course';
import { writeCsv } from '@/grader/csv/write-csv';
import type { CohortExportQuery } from '@/schemas/dashboard';
import type { DeskPerson } from '@/schemas/dashboard-view';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import type { RawPart } from '../analytics/raw-attempts';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database } from '../db/database';
import { ATTEMPT_HEAD, attemptRow, type Cell, overviewHead, overviewRow } from './export-rows';
import { selectNamedCohort } from './select-cohort';
import { toDeskCourse } from './to-desk-course';

/** So many people a part: the file grows while it is sent, and is nowhere whole in memory. */
const PEOPLE_PART = 100;

export interface CohortExport {
  readonly name: string;
  readonly type: 'text/csv' | 'application/json';
  readonly body: ReadableStream<Uint8Array>;
}

interface Part {
  readonly rows: readonly (readonly Cell[])[];
  readonly records: readonly object[];
}

async function* overviewParts({ cohort, q, standing }: CohortExportQuery): AsyncGenerator<Part> {
  const course = toDeskCourse(await getCourse());
  for (let after: string | null = ''; after !== null; ) {
    const asked = { course, cohortId: cohort, q, standing, after, size: PEOPLE_PART };
    const people: readonly DeskPerson[] = await askAnalytics('people', asked);
    yield { rows: people.map(overviewRow), records: people };
    after = people.length < PEOPLE_PART ? null : (people.at(-1)?.learnerId ?? null);
  }
}

async function* attemptParts({ cohort }: CohortExportQuery): AsyncGenerator<Part> {
  for (let after: string | null = ''; after !== null; ) {
    const { rows, next }: RawPart = await askAnalytics('rawAttempts', { cohortId: cohort, after });
    yield { rows: rows.map(attemptRow), records: rows };
    after = next;
  }
}

async function* csvText(head: readonly string[], parts: AsyncGenerator<Part>): AsyncGenerator<string> {
  yield writeCsv([head]);
  // Only the file as a whole begins with a byte order mark.
  for await (const { rows } of parts) if (rows.length > 0) yield writeCsv(rows).slice(1);
}

async function* jsonText(about: object, parts: AsyncGenerator<Part>): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"rows":[`;
  let isFirst = true;
  for await (const { records } of parts)
    for (const record of records) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(record)}`;
      isFirst = false;
    }
  yield '\n]}\n';
}

/** A part is read when the one before it has been taken: a slow line holds up nobody. */
function toStream(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
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
    body: toStream(format === 'csv' ? csvText(head, parts) : jsonText(about, parts)),
  };
}
