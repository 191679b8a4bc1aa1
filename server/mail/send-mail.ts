import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { mailSettings } from '../accounts/current-settings';

/** One message to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for readers of HTML; whatever people wrote in it is escaped. */
  readonly html?: string;
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One plain address. The mailer would quote what is not, and write to the domain that stands last in it. */
const ONE_ADDRESS = /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u;
const WAIT_MS = 15_000;
let kept: { readonly url: string; readonly transport: Transporter } | null = null;

function transportTo(url: string): Transporter {
  if (kept?.url === url) return kept.transport;
  kept?.transport.close();
  const waits = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS };
  // A letter holds text of ours only; the library must neither read a file nor fetch an address for one.
  const transport = createTransport({ url, ...waits, disableFileAccess: true, disableUrlAccess: true });
  kept = { url, transport };
  return transport;
}

/** Hands a letter to the mail server; rejects where that did not take it. Called by jobs, which try again. */
export async function sendMail({ to, headers = {}, ...letter }: Letter): Promise<void> {
  const settings = mailSettings();
  if (!settings) throw new Error('no mail is sent here: SMTP_URL is not set');
  if (!ONE_ADDRESS.test(to)) throw new Error('a letter goes to one plain address');
  await transportTo(settings.url).sendMail({
    from: settings.from,
    // As an object, so that nothing in it is read as a second recipient.
    to: { name: '', address: to },
    ...letter,
    headers: { ...headers, 'auto-submitted': 'auto-generated' },
  });
}
