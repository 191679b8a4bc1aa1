import { afterEach, beforeEach, expect, vi } from 'vitest';

// Vite sets it to "/"; to the server it means the address people use.
delete process.env.BASE_URL;
// A judge that the person's shell names must never be asked by a test.
delete process.env.JUDGE;
// Nor must a mail server or a provider of single sign-on.
delete process.env.SMTP_URL;
delete process.env.OIDC_ISSUER;

/**
 * An unexpected console.error fails the test that caused it: React, Next and our own log speak through it.
 * A test that expects one says so with `expectConsoleError()`.
 */
let errors: string[] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    errors.push(parts.map(String).join(' '));
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(errors, 'unexpected console.error').toEqual([]);
});

/** Takes the errors logged so far out of the account and hands them to the test that expected them. */
export function expectConsoleError(): string[] {
  const taken = errors;
  errors = [];
  expect(taken, 'a console.error was expected').not.toEqual([]);
  return taken;
}
