import { expect, test } from 'vitest';
import { DecisionSchema, EMPTY_DECISION } from '@/schemas/decision';
import { nextSaveAt, openDecision, PAUSE_MS, reduceDecision } from './decision-machine';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const stored = DecisionSchema.parse({
  id: '0199c0de-0000-7000-8000-00000000beef',
  version: 3,
  record: { ...EMPTY_DECISION, title: 'Saved' },
  savedAt: NOW,
});

test.each([-DAY, DAY])(
  'a clock that was %i ms off when a copy was kept neither puts its save off nor decides',
  (off) => {
    const record = { ...EMPTY_DECISION, title: 'Saved, and more' };
    const found = (base: number) =>
      reduceDecision(openDecision(stored), {
        type: 'found-on-device',
        copy: { base, record, editedAt: NOW + off },
        stored,
        now: NOW,
      });
    expect(nextSaveAt(found(3))).toBe(NOW + PAUSE_MS);
    expect(found(2).save.status).toBe('conflict');
  },
);
