import 'server-only';
import { resolve } from 'node:path';
import { z } from 'zod';
import {
  ACCOUNT_SECRETS,
  accountsShape,
  type MailSettings,
  missingForAccounts,
  type SsoSettings,
  toMailSettings,
  toSsoSettings,
} from './accounts/account-settings';
import {
  JUDGE_SECRETS,
  type JudgeSettings,
  judgeShape,
  missingForJudge,
  toJudgeSettings,
} from './judge/judge-settings';

const origin = z
  .url({ protocol: /^https?$/, error: 'expected an address such as https://course.example.org' })
  .transform((text) => new URL(text))
  .refine((url) => url.pathname === '/' && url.search === '', 'expected an address without a path or a query');

const EnvSchema = z
  .object({
    PORT: z.coerce.number({ error: 'expected a port number' }).int().min(1).max(65_535).default(3000),
    DATA_DIR: z
      .string()
      .min(1)
      .default('data')
      .transform((folder) => resolve(folder)),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'expected an address that starts with postgres:// or postgresql://')
      .optional(),
    BASE_URL: origin.optional(),
    AUTH_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
    TRUST_PROXY: z.coerce
      .number({ error: 'expected the number of proxies in front, such as 1' })
      .int()
      .min(0)
      .max(9)
      .default(0),
    SQLITE_DRIVER: z.enum(['builtin', 'libsql'], { error: 'expected builtin or libsql' }).optional(),
    NODE_ENV: z.string().optional(),
    BACKUP_DIR: z
      .string()
      .transform((folder) => resolve(folder))
      .optional(),
    BACKUP_EVERY_MIN: z.coerce.number({ error: 'expected a number of minutes' }).int().min(1).max(10_080).default(5),
    BACKUP_KEEP: z.coerce.number({ error: 'expected how many to keep' }).int().min(1).max(10_000).default(24),
    METRICS_PORT: z.coerce.number({ error: 'expected a port number' }).int().min(1).max(65_535).optional(),
    METRICS_HOST: z.string().optional(),
    LOG_REQUESTS: z.enum(['all', 'failed', 'off'], { error: 'expected all, failed or off' }).optional(),
    INIT_CWD: z.string().optional(),
    ...judgeShape,
    ...accountsShape,
  })
  .superRefine((given, context) => {
    for (const name of missingForJudge(given))
      context.addIssue({ code: 'custom', path: [name], message: `JUDGE=${given.JUDGE} needs it` });
    for (const [name, message] of missingForAccounts(given))
      context.addIssue({ code: 'custom', path: [name], message });
  });

/** A secret or a password inside an address does not belong on a terminal. */
const SECRET_SETTINGS = ['AUTH_SECRET', 'DATABASE_URL', ...JUDGE_SECRETS, ...ACCOUNT_SECRETS];

/** Settings of this process, read once. docs/api.md names those that change what a handler accepts. */
export interface Env {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** The address people use, when it was set: it decides same-origin, cookie prefix and Secure. */
  readonly baseUrl: URL | undefined;
  readonly authSecret: string | undefined;
  /** How many proxies in front are trusted to append to X-Forwarded-For. */
  readonly trustedProxies: number;
  readonly sqliteDriver: 'builtin' | 'libsql' | undefined;
  readonly isDevelopment: boolean;
  /** Where the person stood who started it: npm changes into the project, and says where it was called. */
  readonly startedIn: string;
  /** Where the server itself puts backups, how often, and how many of the newest stay; null: it takes none. */
  readonly backups: { readonly folder: string; readonly everyMs: number; readonly keep: number } | null;
  /** Who gives second opinions; null where nobody does, which is the default. */
  readonly judge: JudgeSettings | null;
  /** How mail is sent; null where none is. */
  readonly mail: MailSettings | null;
  /** Whom people can sign in with; null where there is nobody. */
  readonly sso: SsoSettings | null;
}

/** A setting that cannot be used. `message` is a sentence for the person who started the server. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/** Reads settings out of `source`; empty values count as absent. Throws BadSetting naming every bad one. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = EnvSchema.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      if (given[name] === undefined)
        return `The setting ${name} is missing: ${issue.message}. Set it, then start again.`;
      const shown = SECRET_SETTINGS.includes(name) ? '' : ` is "${given[name]}"`;
      return `The setting ${name}${shown || ' cannot be used'}: ${issue.message}. Correct it or unset it, then start again.`;
    });
    throw new BadSetting(sentences.join('\n'));
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    baseUrl: env.BASE_URL,
    authSecret: env.AUTH_SECRET,
    trustedProxies: env.TRUST_PROXY,
    sqliteDriver: env.SQLITE_DRIVER,
    isDevelopment: env.NODE_ENV === 'development',
    startedIn: env.INIT_CWD ?? process.cwd(),
    backups: env.BACKUP_DIR
      ? { folder: env.BACKUP_DIR, everyMs: env.BACKUP_EVERY_MIN * 60_000, keep: env.BACKUP_KEEP }
      : null,
    judge: toJudgeSettings(env),
    mail: toMailSettings(env),
    sso: toSsoSettings(env),
  };
}

let current: Env | undefined;

/** The settings of this process. The only reader of process.env. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}
