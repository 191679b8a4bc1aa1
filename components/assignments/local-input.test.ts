import { describe, expect, test } from 'vitest';
import { fromLocalInput, toLocalInput } from './local-input';

describe('dates in the zone of the browser', () => {
  test.each([Date.UTC(2026, 2, 28, 23, 59), Date.UTC(2026, 9, 25, 3, 0), Date.UTC(2027, 0, 1, 0, 0)])(
    '%s comes back as it went',
    (at) => {
      expect(fromLocalInput(toLocalInput(at))).toBe(at);
    },
  );
  test('what is not filled in, or is no date, is nothing', () => {
    expect(fromLocalInput('')).toBeNull();
    expect(fromLocalInput('tomorrow')).toBeNull();
  });
});
