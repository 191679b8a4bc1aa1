import { Forbidden } from '@/server/forbidden';
import type { RoleName } from '../people';
import type { Answer } from './table';
import type { SubjectName, World } from './world';

type Sign = 'text' | 'name' | 'email' | 'id';
const EVERYTHING: readonly Sign[] = ['text', 'name', 'email', 'id'];
const OF_COHORT = { learner: EVERYTHING, other: EVERYTHING } as const;

/** The privacy floor: what of whom may ever reach a role, whatever it asks for. Everybody may have their own. */
const MAY_SEE: Readonly<Record<RoleName, Partial<Record<SubjectName, readonly Sign[]>>>> = {
  owner: { ...OF_COHORT, stranger: EVERYTHING },
  instructor: OF_COHORT,
  elsewhere: { stranger: EVERYTHING },
  // The desk is blind: texts, and nothing that says whose.
  reviewer: { learner: ['text'], other: ['text'] },
  lead: {},
  learner: { learner: EVERYTHING },
  other: { other: EVERYTHING },
  guest: {},
};
const OWN: Readonly<Record<RoleName, SubjectName | null>> = {
  owner: null,
  instructor: null,
  elsewhere: null,
  reviewer: null,
  lead: null,
  learner: 'learner',
  other: 'other',
  guest: null,
};

/** What of each person stands in a text. */
function signsIn(text: string, world: World): { readonly whose: SubjectName; readonly sign: Sign }[] {
  return (Object.keys(world.subjects) as SubjectName[]).flatMap((whose) => {
    const { secret, name, email, actor } = world.subjects[whose];
    const marks: Readonly<Record<Sign, string>> = { text: secret, name, email, id: actor.learnerId };
    return EVERYTHING.filter((sign) => text.includes(marks[sign])).map((sign) => ({ whose, sign }));
  });
}

/** What an answer holds that this role may not see; `answer` own: that anybody but oneself is in it. */
export function leaksOf(text: string, role: RoleName, answer: Answer, world: World): string[] {
  const may = answer === 'yes' ? MAY_SEE[role] : OWN[role] ? { [OWN[role] as SubjectName]: EVERYTHING } : {};
  return signsIn(text, world)
    .filter(({ whose, sign }) => !(may[whose] ?? []).includes(sign))
    .map(({ whose, sign }) => `${sign} of ${whose}`);
}

const isRefusal = (value: unknown): value is { ok: false; reason: string } =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

/** Maps and streams as text too: a leak hides in neither. */
export async function textOf(value: unknown): Promise<string> {
  if (typeof value === 'object' && value !== null && 'body' in value && value.body instanceof ReadableStream)
    return `${JSON.stringify({ ...value, body: null })}${await new Response(value.body).text()}`;
  return (
    JSON.stringify(value, (_, part: unknown) =>
      part instanceof Map ? [...part] : part instanceof Set ? [...part] : part,
    ) ?? ''
  );
}

function answerOf(value: unknown): Exclude<Answer, 'own'> {
  if (value === null || value === false) return 'absent';
  if (isRefusal(value)) return value.reason.startsWith('unknown-') ? 'absent' : 'refused';
  if (value === 0 || (Array.isArray(value) && value.length === 0)) return 'empty';
  return 'yes';
}

/** Asks, and says what came back. Anything thrown that is no refusal is a fault of the code or of the entry. */
export async function ask(run: () => unknown): Promise<{ readonly answer: Answer; readonly text: string }> {
  try {
    const value = await run();
    return { answer: answerOf(value), text: await textOf(value) };
  } catch (error) {
    if (error instanceof Forbidden) return { answer: 'forbidden', text: error.message.replace(/\([^)]*\)/, '') };
    throw error;
  }
}

/** An answer that is one's own is an answer; so is an empty one where somebody has nothing. */
export function isAsExpected(expected: Answer, answer: Answer): boolean {
  if (expected === 'own') return answer === 'yes' || answer === 'empty' || answer === 'absent';
  if (expected === 'yes') return answer === 'yes' || answer === 'empty';
  return expected === answer;
}

const BY_STATUS: Readonly<Record<number, Answer>> = { 401: 'signin', 403: 'forbidden', 404: 'absent' };

/** The same for a reply. What the shape of a request or its rate refuses is a fault of the entry. */
export async function answerTo(
  reply: Response | undefined,
): Promise<{ readonly answer: Answer; readonly text: string }> {
  if (!reply) throw new Error('there is no such handler');
  const text = await reply.text();
  if (reply.ok) return { answer: 'yes', text };
  if (/"invalid-(body|query)"|"not-found"|"bad-key"/.test(text) || [400, 429, 500].includes(reply.status))
    throw new Error(`the entry sends what does not fit: ${text}`);
  return { answer: BY_STATUS[reply.status] ?? 'refused', text };
}
