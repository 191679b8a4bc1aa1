import 'server-only';
import { betterAuth } from 'better-auth';
import { anonymous } from 'better-auth/plugins/anonymous';
import { LearnerIdSchema } from '@/schemas/ids';
import { openedDatabase } from '../db/database';
import type { OpenDatabase } from '../db/open-database';
import { env } from '../env';
import { ensureLearner } from '../learners';
import { logError, logInfo } from '../log';
import { mergeLearner } from '../merge-learner';
import { newId } from '../new-id';
import { GUEST_DAYS } from '../purge-guests';
import { ownOrigin } from './current-settings';
import { enter } from './enter';
import { loadSecret } from './secret';

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
const DAY = 86_400;

export interface AccountSettings {
  readonly opened: OpenDatabase;
  /** Where the site lives. https makes cookies Secure and gives them the __Host- prefix. */
  readonly baseUrl: string;
  readonly secret: string;
}

/**
 * The account library on our own Kysely. Its HTTP routes are not mounted and its limiter is off: our handlers call it
 * behind the one wrapper, which checks origin, size and rate for everything (docs/decisions/010-guests-and-merging.md).
 */
export function createAccounts({ opened, baseUrl, secret }: AccountSettings) {
  const isHttps = baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Defensible',
    baseURL: baseUrl,
    secret,
    // No library transactions: they would hold the only SQLite connection while passwords are hashed.
    database: { db: opened.db, type: opened.address.engine },
    emailAndPassword: { enabled: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX },
    session: { expiresIn: GUEST_DAYS * DAY, updateAge: DAY },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      // Our migrations make its tables, and an integration test asks the library whether any is missing.
      database: { generateId: newId, validateSchema: false },
      // The library knows __Secure- only. __Host- also keeps a sibling domain from setting the cookie for this one.
      useSecureCookies: false,
      cookiePrefix: isHttps ? '__Host-defensible' : 'defensible',
      defaultCookieAttributes: { secure: isHttps },
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      level: 'error',
      log: (level, message) => (level === 'error' ? logError('accounts', message) : logInfo('accounts', { message })),
    },
    databaseHooks: {
      user: {
        create: { after: async (user) => ensureLearner(opened.db, LearnerIdSchema.parse(user.id), Date.now()) },
      },
    },
    plugins: [
      enter,
      anonymous({
        generateName: () => 'Guest',
        // The library would delete the guest after linking, and whatever hangs on them; we move the work and keep the row.
        disableDeleteAnonymousUser: true,
        onLinkAccount: async ({ anonymousUser, newUser }) =>
          mergeLearner(LearnerIdSchema.parse(anonymousUser.user.id), LearnerIdSchema.parse(newUser.user.id)),
      }),
    ],
  });
}

export type Accounts = ReturnType<typeof createAccounts>;

const made = new WeakMap<OpenDatabase, Promise<Accounts>>();

/** The account library of this process's database, made on first use. */
export function accounts(): Promise<Accounts> {
  const opened = openedDatabase();
  const existing = made.get(opened);
  if (existing) return existing;
  const { authSecret } = env();
  const making = (authSecret ? Promise.resolve(authSecret) : loadSecret(opened)).then((secret) =>
    createAccounts({ opened, secret, baseUrl: ownOrigin() }),
  );
  made.set(opened, making);
  // A folder that was not writable may become so; the next call tries again.
  making.catch(() => made.delete(opened));
  return making;
}
