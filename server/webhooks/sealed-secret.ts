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
  if (!nonce || tag?.length !== 16 || !text) throw new Error('the stored secret of the webhook is damaged');
  try {
    const decipher = createDecipheriv(CIPHER, await keyOf(), nonce, { authTagLength: 16 });
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch (cause) {
    const problem = 'the secret of the webhook cannot be read: AUTH_SECRET is another one than when it was set';
    throw new Error(`${problem}. Set the webhook again.`, { cause });
  }
}

/** The secret that signs. One that was stored in the clear by an earlier version is encrypted on its first use. */
export async function openWebhookSecret({ id, secret }: { readonly id: string; readonly secret: string }) {
  if (secret.startsWith(`${VERSION}.`)) return unseal(secret);
  const sealed = await sealSecret(secret);
  await database()
    .updateTable('webhooks')
    .set({ secret: sealed })
    .where('id', '=', id)
    .where('secret', '=', secret)
    .execute();
  return secret;
}
