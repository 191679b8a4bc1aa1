import 'server-only';
import { env } from '../env';
import type { MailSettings, SsoSettings } from './account-settings';

interface Chosen {
  mail?: MailSettings | null;
  sso?: SsoSettings | null;
  origin?: string;
}

/** On globalThis, because Next loads modules more than once. What is undefined is as the environment says. */
const slot = Symbol.for('defensible.account-settings');
const holder: typeof globalThis & { [slot]?: Chosen } = globalThis;

/** How this process sends mail, or null. */
export function mailSettings(): MailSettings | null {
  const chosen = holder[slot]?.mail;
  return chosen === undefined ? env().mail : chosen;
}

/** Whom people of this process can sign in with, or null. */
export function ssoSettings(): SsoSettings | null {
  const chosen = holder[slot]?.sso;
  return chosen === undefined ? env().sso : chosen;
}

/** The one address that links in mail and the provider are told: a setting, never what a request claims. */
export function ownOrigin(): string {
  return holder[slot]?.origin ?? env().baseUrl?.origin ?? `http://localhost:${env().port}`;
}

/** Makes these the settings of this process. Tests choose theirs with it. */
export function chooseAccountSettings(chosen: Chosen): void {
  holder[slot] = chosen;
}
