import { expect, test } from 'vitest';
import { deviceKeys } from './device-copy';

test('a hand-in on its way is found again by the guest whom it made, drafts stay apart per person', () => {
  const [visitor, guest, other] = [deviceKeys(null, 'S01'), deviceKeys('guest-1', 'S01'), deviceKeys('guest-2', 'S01')];
  expect(guest.handIn).toBe(visitor.handIn);
  expect(guest.copy).not.toBe(other.copy);
  expect(deviceKeys('guest-1', 'S03').handIn).not.toBe(guest.handIn);
});
