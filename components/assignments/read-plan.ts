import type { AssignmentPlan } from '@/schemas/assignment';
import { fromLocalInput } from './local-input';

export type PlanField = 'title' | 'target' | 'opensAt' | 'dueAt' | 'most' | 'share';

/** What the form holds as a plan to send, or the first field that is not right, with a sentence. The server checks all of it again. */
export type ReadPlan =
  | { readonly ok: true; readonly plan: Record<keyof AssignmentPlan, unknown> }
  | { readonly ok: false; readonly field: PlanField; readonly message: string };

const wrong = (field: PlanField, message: string): ReadPlan => ({ ok: false, field, message });
const textOf = (data: FormData, name: string) => String(data.get(name) ?? '').trim();

function targetOf(data: FormData) {
  const kind = textOf(data, 'kind');
  if (kind === 'path') return { type: 'path', pathId: textOf(data, 'pathId') };
  const name = kind === 'modules' ? 'moduleIds' : 'scenarioIds';
  const ids = data.getAll(name).map(String);
  return ids.length === 0 ? null : { type: kind, [name]: ids };
}

/** Reads the form of an assignment. Dates are those of this browser's time zone. */
export function readPlan(data: FormData): ReadPlan {
  const title = textOf(data, 'title');
  if (title.length < 3) return wrong('title', 'Give it a title of at least three characters.');
  const target = targetOf(data);
  if (!target) return wrong('target', 'Choose at least one.');
  const opensAt = fromLocalInput(textOf(data, 'opensAt'));
  if (opensAt === null) return wrong('opensAt', 'Say when it opens, with day and time.');
  const dueAt = fromLocalInput(textOf(data, 'dueAt'));
  if (dueAt === null) return wrong('dueAt', 'Say when it is due, with day and time.');
  if (dueAt <= opensAt) return wrong('dueAt', 'It would be due before it opens. Choose a later date.');
  const most = textOf(data, 'most') === '' ? null : Number(textOf(data, 'most'));
  if (most !== null && !(Number.isInteger(most) && most >= 1 && most <= 20))
    return wrong('most', 'Enter a whole number from 1 to 20, or leave it empty for any number.');
  const share = textOf(data, 'share') === '' ? null : Number(textOf(data, 'share'));
  if (share !== null && !(share >= 10 && share <= 100))
    return wrong('share', 'Enter a percentage from 10 to 100, or leave it empty for what the course says.');
  return {
    ok: true,
    plan: {
      title,
      note: textOf(data, 'note'),
      target,
      opensAt,
      dueAt,
      attempts: { counts: textOf(data, 'counts'), most },
      passing: share === null ? { type: 'course' } : { type: 'share', share: share / 100 },
    },
  };
}
