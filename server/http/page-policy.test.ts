import { expect, test } from 'vitest';
import { pagePolicy, transportSecurity } from './page-policy';

const part = (policy: string, name: string) => policy.split('; ').find((one) => one.startsWith(`${name} `));

test('neither a script nor a style block runs without the nonce of the page', () => {
  const policy = pagePolicy('abc', false);
  expect(part(policy, 'script-src')).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(part(policy, 'style-src')).toBe("style-src 'self' 'nonce-abc'");
  expect(part(policy, 'style-src-elem')).toBeUndefined();
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/https?:/);
});

test('the year of https is promised only where the public address is https', () => {
  expect(transportSecurity(new URL('https://course.example.org'))).toEqual({
    'strict-transport-security': 'max-age=31536000',
  });
  expect(transportSecurity(new URL('http://course.example.org'))).toEqual({});
  expect(transportSecurity(undefined)).toEqual({});
});
