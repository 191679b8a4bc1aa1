import 'server-only';
import { z } from 'zod';

/** How to reach the server that sends our mail. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

/** One provider of single sign-on, spoken to by OpenID Connect. */
export interface SsoSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it, such as the name of the company. */
  readonly name: string;
  /** Nobody signs in with a password any more. */
  readonly isOnly: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Settings of mail and single sign-on as they stand in the environment; server/env.ts reads them with all others. */
export const accountsShape = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected an address such as smtps://user:password@mail.example.org' })
    .optional(),
  MAIL_FROM: z
    .string()
    .max(320)
    .regex(/^[^\r\n]*[^\s@]@[^\s@]+$/, 'expected an address such as Course <course@example.org>')
    .optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://login.example.org' })
    .transform((text) => new URL(text))
    .refine(
      ({ protocol, hostname }) => protocol === 'https:' || LOOPBACK.test(hostname),
      'expected https, because people sign in there',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().max(300).optional(),
  OIDC_CLIENT_SECRET: z.string().max(1_000).optional(),
  OIDC_NAME: z.string().max(60).optional(),
  OIDC_ONLY: z.enum(['true', 'false'], { error: 'expected true or false' }).default('false'),
};
type Given = z.infer<z.ZodObject<typeof accountsShape>>;

/** What must not stand on a terminal when it is wrong. */
export const ACCOUNT_SECRETS: readonly string[] = ['SMTP_URL', 'OIDC_CLIENT_SECRET'];

/** Settings that others cannot do without, each with the reason. */
export function missingForAccounts(given: Given): [string, string][] {
  const missing: [string, string][] = [];
  if (given.SMTP_URL && !given.MAIL_FROM) missing.push(['MAIL_FROM', 'SMTP_URL needs it']);
  if (given.OIDC_ISSUER)
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
      if (!given[name]) missing.push([name, 'OIDC_ISSUER needs it']);
  if (given.OIDC_ONLY === 'true' && !given.OIDC_ISSUER) missing.push(['OIDC_ISSUER', 'OIDC_ONLY=true needs it']);
  return missing;
}

/** Where mail goes out, or null where none is sent. */
export function toMailSettings({ SMTP_URL: url, MAIL_FROM: from }: Given): MailSettings | null {
  return url && from ? { url, from } : null;
}

/** The provider of single sign-on, or null where there is none. */
export function toSsoSettings(given: Given): SsoSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    name: given.OIDC_NAME ?? issuer.hostname,
    isOnly: given.OIDC_ONLY === 'true',
  };
}
