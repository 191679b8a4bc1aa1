import { expect, test } from 'vitest';
import { deviceKeys } from './device-copy';

test('drafts stay apart per person and exercise', () => {
  const [visitor, guest, other] = [deviceKeys(null, 'S01'), deviceKeys('guest-1', 'S01'), deviceKeys('guest-2', 'S01')];
  expect(new Set([visitor.copy, guest.copy, other.copy]).size).toBe(3);
  expect(deviceKeys('guest-1', 'S03').copy).not.toBe(guest.copy);
});
