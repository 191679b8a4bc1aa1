import { expect, test } from 'vitest';
import { takeToken } from './rate-limit';
import { PUBLIC_RATES } from './rates';

const CLASS = 500;

/** What a lecture hall does at the same moment, all of it from one address. */
test.each(['guest', 'signUp', 'signIn', 'signOut', 'join', 'sso'] as const)(
  `${CLASS} people behind one address are not refused: %s`,
  (name) => {
    const now = Date.now();
    const refused = Array.from({ length: CLASS }, () => takeToken(PUBLIC_RATES[name], `class-${name}`, now)).filter(
      (seconds) => seconds !== null,
    );
    expect(refused).toEqual([]);
  },
);
