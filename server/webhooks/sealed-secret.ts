import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { loadSecret } from '../accounts/secret';
import { database, openedDatabase } from '../db/database';
import { env } from '../env';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';

/** From the secret that signs cookies by HKDF (RFC 5869), with a purpose of its own: neither tells the other. */
async function keyOf(): Promise<Buffer> {
  const secret = env().authSecret ?? (await loadSecret(openedDatabase()));
  return Buffer.from(hkdfSync('sha256', secret, '', 'defensible webhook secret v1', 32));
}

/** `v1.nonce.tag.text`, each in base64url. */
export async function sealSecret(secret: string): Promise<string> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, await keyOf(), nonce);
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [VERSION, ...[nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
}

async function unseal(sealed: string): Promise<string> {
  const [nonce, tag, text] = sealed
    .split('.')
    .slice(1)
    .map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || tag?.length !== 16 || !text) throw new Error('what is stored of the webhook is damaged');
  try {
    const decipher = createDecipheriv(CIPHER, await keyOf(), nonce, { authTagLength: 16 });
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch (cause) {
    const problem = 'the webhook cannot be read: AUTH_SECRET is another one than when it was set';
    throw new Error(`${problem}. Set the webhook again.`, { cause });
  }
}

const isSealed = (stored: string) => stored.startsWith(`${VERSION}.`);
const read = (stored: string) => (isSealed(stored) ? unseal(stored) : Promise.resolve(stored));

/** A webhook as it is stored. */
export interface SealedWebhook {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

/**
 * Where messages go and the secret that signs them: at most providers the path is itself a key. What an earlier version
 * stored in the clear is encrypted on its first use.
 *
 * @throws an Error with what to do where AUTH_SECRET is another one than when the webhook was set.
 */
export async function openWebhook({ id, ...stored }: SealedWebhook): Promise<{ url: string; secret: string }> {
  const open = { url: await read(stored.url), secret: await read(stored.secret) };
  if (isSealed(stored.url) && isSealed(stored.secret)) return open;
  await database()
    .updateTable('webhooks')
    .set({ url: await sealSecret(open.url), secret: await sealSecret(open.secret) })
    .where('id', '=', id)
    .where('url', '=', stored.url)
    .where('secret', '=', stored.secret)
    .execute();
  return open;
}
