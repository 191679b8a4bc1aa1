import { expect, test } from 'vitest';
import { isOneSlip } from './one-slip';

test.each(['dealine', 'deadlline', 'daedline', 'deadlime'])('%s is one slip from deadline', (word) => {
  expect(isOneSlip(word, 'deadline')).toBe(true);
  expect(isOneSlip('deadline', word)).toBe(true);
});

test.each(['deadline', 'deadlines!!', 'eadline', 'daedlnie', 'headline'])('%s is not', (word) => {
  expect(isOneSlip(word, 'deadline')).toBe(false);
});
