import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { type Grade, GradeSchema } from '@/schemas/grade';
import type { OpinionGap } from '@/schemas/opinion';
import { chooseJudge, currentRecipient } from '@/server/judge/current-judge';
import type { JudgeSettings } from '@/server/judge/judge-settings';
import { wakeJudge } from '@/server/judge/wake-judge';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { INJECTIONS } from '../support/injections';
import {
  gives,
  type JudgeServer,
  judgeAt,
  obeys,
  type Script,
  says,
  sendText,
  startJudgeServer,
} from '../support/judge-server';
import { newGuest, type Person } from '../support/people';

const TEXT = 'We keep Go: four of six people know it, and the launch date in fourteen weeks cannot move.';

describe.each(ENGINES)('a judge that cannot be trusted, on %s', (engine) => {
  let opened: TestDatabase;
  let server: JudgeServer;
  let person: Person;
  beforeAll(async () => {
    [opened, server] = [await freshDatabase(engine), await startJudgeServer()];
    await teach();
    person = await newGuest();
  });
  afterEach(() => chooseJudge(null));
  afterAll(async () => {
    await server.close();
    await opened.discard();
  });

  /** The grade that this text gets where nobody ever heard of a judge. */
  async function localGrade(text: string): Promise<Grade> {
    const [exercise] = (await teach()).exercises;
    if (!exercise) throw new Error('the fixture course has no exercise');
    return gradeHandIn(exercise, handInOf(text));
  }

  /** Hands in, lets the judge do its worst, and proves that the stored grade and every sum of it are the grader's own. */
  async function survive(script: Script, text = TEXT, changes: Partial<JudgeSettings> = {}) {
    server.plays(script);
    chooseJudge(judgeAt(server, changes));
    const recipient = currentRecipient();
    if (!recipient) throw new Error('there is no judge');
    const handed = await submitHandIn(person.actor, {
      scenarioId: SCENARIO,
      handIn: handInOf(text),
      idempotencyKey: randomUUID(),
      opinion: { recipientId: recipient.id, isWanted: true },
    });
    if (!handed.ok) throw new Error(handed.reason);
    const { submissionId } = handed.value;
    const stored = () =>
      opened.db.selectFrom('grades').selectAll().where('submissionId', '=', submissionId).executeTakeFirstOrThrow();
    const before = await stored();
    await wakeJudge();
    const after = await stored();
    expect(after).toEqual(before);
    const expected = await localGrade(text);
    expect(GradeSchema.parse(JSON.parse(after.grade))).toEqual(expected);
    const result = await selectResult(person.actor, submissionId);
    expect(result?.grade?.overall).toBe(expected.overall);
    expect(result?.grade?.criteria.map(({ points, level }) => [points, level])).toEqual(
      expected.criteria.map(({ points, level }) => [points, level]),
    );
    expect(result?.handIns.find((one) => one.submissionId === submissionId)?.overall).toBe(expected.overall);
    const row = await opened.db
      .selectFrom('opinions')
      .selectAll()
      .where('submissionId', '=', submissionId)
      .executeTakeFirstOrThrow();
    return { result, row, opinion: result?.opinion };
  }

  const unproven = (quotes: (record: string) => string[]) =>
    says(({ criteria, record }) => criteria.map((id) => ({ id, level: 'full', quotes: quotes(record) })));

  const raw =
    (status: number, type: string, body: string): Script =>
    (_heard, response) => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
    };

  const faults: readonly (readonly [string, OpinionGap, Script])[] = [
    ['invents its quotes', 'unproven', unproven(() => ['The team measured everything twice and was right.'])],
    ['quotes with ellipses', 'unproven', unproven((record) => [`${record.slice(0, 20)} … ${record.slice(40, 60)}`])],
    ['quotes single words', 'unproven', unproven(() => ['Go', 'team', 'date'])],
    ['quotes nothing', 'unproven', unproven(() => [])],
    ['says nothing about any criterion', 'unproven', says(() => [])],
    ['speaks of criteria that are not there', 'unproven', says(() => [{ id: 'S99-1', level: 'full', quotes: [TEXT] }])],
    ['makes up a level', 'unreadable', says(() => [{ id: 'S01-1', level: 'excellent', quotes: [TEXT] }])],
    ['writes prose', 'unreadable', (heard, response) => sendText(heard, response, 'I would give this full marks!')],
    [
      'breaks off its JSON',
      'unreadable',
      (heard, response) => sendText(heard, response, '{"criteria":[{"id":"S01-1",'),
    ],
    ['answers with a list', 'unreadable', (heard, response) => sendText(heard, response, '["full","full"]')],
    ['answers with nothing', 'unreadable', (heard, response) => sendText(heard, response, '')],
    ['breaks off the envelope', 'unreadable', raw(200, 'application/json', '{"id":"chatcmpl-1","choi')],
    ['sends a web page', 'unreadable', raw(200, 'text/html', '<h1>Welcome to the hotel network</h1>')],
    ['knows no such key', 'refused', raw(401, 'application/json', '{"error":{"message":"bad key"}}')],
    ['knows no such model', 'refused', raw(404, 'application/json', '{"error":{"message":"no such model"}}')],
    ['fails', 'outage', raw(500, 'application/json', '{"error":{"message":"overloaded"}}')],
    ['asks to come back later', 'outage', raw(429, 'application/json', '{"error":{"message":"slow down"}}')],
    ['hangs up at once', 'outage', (_heard, response) => void response.destroy()],
    [
      'hangs up in the middle',
      'unreadable',
      (_heard, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write('{"id":"chatcmpl-1",', () => response.destroy());
      },
    ],
    [
      'never stops talking',
      'unreadable',
      (_heard, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const chunk = 'x'.repeat(65_536);
        const pour = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', pour);
        pour();
      },
    ],
  ];
  test.each(faults)('that %s leaves the grade alone and the page says so', async (_name, gap, script) => {
    const { opinion, row } = await survive(script);
    expect(opinion).toMatchObject({ status: 'unavailable', gap });
    expect(row).toMatchObject({ status: 'unavailable', needsReview: 0, opinion: null, tries: 1 });
  });

  test('that never answers is left after the time limit', async () => {
    const { opinion } = await survive(() => undefined, TEXT, { timeoutMs: 300 });
    expect(opinion).toMatchObject({ status: 'unavailable', gap: 'timeout' });
  });

  test('that trickles is left after the time limit, however lively it looks', async () => {
    const trickle: Script = (_heard, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    };
    expect((await survive(trickle, TEXT, { timeoutMs: 400 })).opinion).toMatchObject({ gap: 'timeout' });
  });

  test('that is slow, yet in time, is heard', async () => {
    const slow: Script = (heard, response) => void setTimeout(() => void gives('half')(heard, response), 400);
    expect((await survive(slow)).opinion).toMatchObject({ status: 'given' });
  });

  test('that fails once and then answers is heard', async () => {
    let calls = 0;
    const recovers: Script = (heard, response) => {
      calls += 1;
      return calls === 1 ? raw(503, 'application/json', '{}')(heard, response) : gives('half')(heard, response);
    };
    expect((await survive(recovers)).opinion).toMatchObject({ status: 'given' });
  });

  test('that points elsewhere is not followed: the learner was not told about that host', async () => {
    const visits: string[] = [];
    const elsewhere = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
    const { port } = elsewhere.address() as AddressInfo;
    for (const status of [302, 308]) {
      const { opinion } = await survive((_heard, response) => {
        response.writeHead(status, { location: `http://127.0.0.1:${port}/v1/chat/completions` });
        response.end();
      });
      expect(opinion).toMatchObject({ status: 'unavailable', gap: 'outage' });
    }
    expect(visits).toEqual([]);
    await new Promise((done) => elsewhere.close(done));
  }, 60_000);

  test('that wraps its answer in prose, adds remarks and counts nonsense is heard, without remarks and counts', async () => {
    const chatty: Script = (heard, response) => {
      const criteria = heard.criteria.map((id) => ({ id, level: 'none', quotes: [], reason: 'Names the launch date' }));
      const text = `Certainly!\n\`\`\`json\n${JSON.stringify({ criteria, overall: 100, score: 1 })}\n\`\`\``;
      sendText(heard, response, text, [-5, 9e15]);
    };
    const { opinion, row, result } = await survive(chatty);
    expect(opinion).toMatchObject({ status: 'given' });
    expect(row).toMatchObject({ inputTokens: null, outputTokens: null, cost: null });
    expect(JSON.stringify(row)).not.toContain('Names the launch date');
    expect(JSON.stringify(result?.opinion)).not.toContain('reason"');
  });

  test('that recites the rubric tells the learner nothing of it', async () => {
    const [exercise] = (await teach()).exercises;
    const recite: Script = says(({ criteria, user, system }) =>
      criteria.map((id) => ({
        id,
        level: 'half',
        quotes: [...user.matchAll(/"(?:full|half|asks)": "([^"]+)"/g)].map((match) => match[1] ?? '').concat(system),
      })),
    );
    const { opinion, row } = await survive(recite);
    expect(opinion).toMatchObject({ gap: 'unproven' });
    for (const { full, half, asks } of exercise?.rubric.criteria ?? [])
      for (const secret of [full, half, asks]) expect(JSON.stringify(row)).not.toContain(secret);
  });

  test('that says one criterion twice is not heard on that one', async () => {
    const twice = says(({ criteria, record }) => [
      ...criteria.map((id) => ({ id, level: 'none', quotes: [] })),
      { id: 'S01-1', level: 'full', quotes: [record] },
    ]);
    const { opinion } = await survive(twice);
    expect(opinion).toMatchObject({ criteria: [{ id: 'S01-1', standing: 'silent', level: null }, { id: 'S01-2' }] });
  });

  test.each(['full', 'none'])('that says %s to everything moves no score either way', async (level) => {
    const { opinion } = await survive(gives(level));
    expect(opinion).toMatchObject({ status: 'given' });
  });

  test(`that obeys ${INJECTIONS.length} texts which ask for full marks gives nobody a point`, async () => {
    expect(INJECTIONS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(INJECTIONS.map(({ family }) => family)).size).toBeGreaterThanOrEqual(6);
    let doubted = 0;
    for (const { text } of INJECTIONS) {
      const written = `${TEXT}\n\n${text}`;
      const { opinion, row } = await survive(obeys, written);
      expect(server.heard.at(-1)?.record).toBe(written);
      expect(opinion).toMatchObject({ status: 'given' });
      const grade = await localGrade(written);
      // Full against none is the sign of it: a person is asked, and nothing else happens.
      if (grade.criteria.some(({ level }) => level === 'none')) {
        expect(row.needsReview).toBe(1);
        doubted += 1;
      }
    }
    expect(doubted).toBeGreaterThan(0);
  }, 120_000);
});
