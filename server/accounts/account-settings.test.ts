import { expect, test } from 'vitest';
import { readEnv } from '../env';

const mail = { SMTP_URL: 'smtps://user:pass@mail.example.org', MAIL_FROM: 'Course <course@example.org>' };
const sso = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'course', OIDC_CLIENT_SECRET: 'quite-secret' };

test('without settings nothing is sent, and nobody signs in elsewhere', () => {
  expect(readEnv({})).toMatchObject({ mail: null, sso: null });
});

test('both are read, and the provider is called by its host where it has no name', () => {
  expect(readEnv({ ...mail, ...sso })).toMatchObject({
    mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM },
    sso: { clientId: 'course', name: 'login.example.org', isOnly: false },
  });
});

test.each([
  [{ SMTP_URL: mail.SMTP_URL }, 'MAIL_FROM is missing'],
  [{ ...mail, SMTP_URL: 'http://user:pass@mail.example.org' }, 'SMTP_URL cannot be used'],
  [{ ...mail, MAIL_FROM: 'Course\r\nBcc: everybody@example.org' }, 'MAIL_FROM is'],
  [{ OIDC_ISSUER: sso.OIDC_ISSUER }, 'OIDC_CLIENT_SECRET is missing'],
  [{ ...sso, OIDC_ISSUER: 'http://login.example.org' }, 'expected https'],
  [{ OIDC_ONLY: 'true' }, 'OIDC_ISSUER is missing'],
])('%o is refused with a sentence', (given, sentence) => {
  expect(() => readEnv(given)).toThrow(sentence);
});

test('no secret stands in a refusal', () => {
  const refuse = () => readEnv({ ...mail, SMTP_URL: 'http://user:hidden@mail.example.org' });
  expect(refuse).not.toThrow(/hidden/);
  expect(refuse).toThrow();
});
