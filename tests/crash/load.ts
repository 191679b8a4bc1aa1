import { randomUUID } from 'node:crypto';
import type { Course } from '@/schemas/course';
import type { HandIn } from '@/schemas/scenario';
import { HttpClient, type HttpReply } from '../support/http-client';
import type { Person } from '../support/people';

/** What the server acknowledged. It is kept by the process that kills, so no kill can touch it. */
export class Acknowledged {
  /** Replies of all kinds. */
  count = 0;
  /** Submission by its key. */
  readonly handIns = new Map<string, string>();
  /** The newest draft of each learner. */
  readonly drafts = new Map<string, { readonly version: number; readonly text: string }>();
  /** `attempt item` of every answer. */
  readonly answers = new Set<string>();
  /** Event by submission. */
  readonly decisions = new Map<string, number>();
  /** Keys that were sent again because no reply had come. */
  readonly sentAgain = new Set<string>();
}

interface Sent {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
  readonly key?: string;
  readonly done: (body: HttpReply['body']) => void;
}

/** Somebody at work without pause, until no reply comes any more. What was not answered is sent first the next time. */
export class Worker {
  readonly #person: Person;
  readonly #record: HandIn;
  readonly #acks: Acknowledged;
  readonly #items: { lessonId: string; itemId: string; chosen: string }[];
  #open: Sent | null = null;
  #step = 0;
  refused: string[] = [];

  constructor(person: Person, course: Course, record: HandIn, acks: Acknowledged) {
    this.#person = person;
    this.#record = record;
    this.#acks = acks;
    this.#items = course.lessons.flatMap(({ lesson, quiz }) =>
      quiz.items.flatMap((item) =>
        item.type === 'single-choice'
          ? [{ lessonId: lesson.id, itemId: item.id, chosen: item.options[0]?.id ?? '' }]
          : [],
      ),
    );
  }

  async work(baseURL: string, until: () => boolean): Promise<void> {
    const client = new HttpClient(baseURL, this.#person.headers);
    try {
      while (!until()) {
        if (this.#open?.key) this.#acks.sentAgain.add(this.#open.key);
        const sent = this.#open ?? (await this.#next(client));
        if (!sent) continue;
        this.#open = sent;
        const reply = await client.send(sent.method, sent.path, sent.body, sent.key);
        // Too many at once: the count begins anew with the next start.
        if (reply.status === 429) return;
        this.#open = null;
        this.#acks.count += 1;
        if (reply.status < 300) sent.done(reply.body);
        else if (reply.status !== 409) this.refused.push(`${sent.path} ${reply.status} ${JSON.stringify(reply.body)}`);
      }
    } catch {
      // The server was killed.
    }
  }

  async #next(client: HttpClient): Promise<Sent | null> {
    this.#step += 1;
    if (this.#step % 4 === 0) return this.#answer(client);
    return this.#step % 2 === 0 ? this.#draft() : this.#handIn();
  }

  #handIn(): Sent {
    const key = randomUUID();
    const handIn = { ...this.#record, explanation: `${this.#record.explanation}\n${key}` };
    return {
      method: 'POST',
      path: '/api/submissions',
      key,
      body: { scenarioId: 'S01', handIn },
      done: ({ submissionId = '' }) => void this.#acks.handIns.set(key, submissionId),
    };
  }

  #draft(): Sent {
    const { learnerId } = this.#person.actor;
    const text = `${this.#record.explanation}\nDraft ${randomUUID()}`;
    const baseVersion = this.#acks.drafts.get(learnerId)?.version ?? 0;
    return {
      method: 'PUT',
      path: '/api/drafts/S01',
      body: { baseVersion, handIn: { ...this.#record, explanation: text } },
      done: ({ draft }) => void this.#acks.drafts.set(learnerId, { version: draft?.version ?? Number.NaN, text }),
    };
  }

  async #answer(client: HttpClient): Promise<Sent | null> {
    const item = this.#items.shift();
    if (!item) return null;
    const opened = await client.send('POST', '/api/quizzes', { lessonId: item.lessonId, items: 'all' });
    const attemptId = opened.body.view?.attemptId;
    if (!attemptId) return null;
    const response = { type: 'single-choice', chosen: item.chosen };
    return {
      method: 'POST',
      path: `/api/attempts/${attemptId}/responses`,
      body: { itemId: item.itemId, response, confidence: 'sure' },
      done: () => void this.#acks.answers.add(`${attemptId} ${item.itemId}`),
    };
  }
}

/** An instructor who confirms grade after grade of what has been acknowledged. */
export async function confirmGrades(
  person: Person,
  cohortId: string,
  acks: Acknowledged,
  baseURL: string,
  until: () => boolean,
): Promise<void> {
  const client = new HttpClient(baseURL, person.headers);
  try {
    while (!until()) {
      const submissionId = [...acks.handIns.values()].findLast((id) => !acks.decisions.has(id));
      if (!submissionId) await new Promise((done) => setTimeout(done, 20));
      else {
        const body = { cohortId, basedOn: 0, rulings: [], alsoTo: [] };
        // One key a submission: the same decision is sent again after a kill.
        const path = `/api/instructor/reviews/${submissionId}/decisions`;
        const reply = await client.send('POST', path, body, `decide-${submissionId}`);
        if (reply.status === 429) return;
        acks.count += 1;
        acks.decisions.set(submissionId, reply.status === 201 ? (reply.body.number ?? Number.NaN) : Number.NaN);
      }
    }
  } catch {
    // The server was killed.
  }
}
