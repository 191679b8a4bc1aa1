import 'server-only';
import type { Letter } from '../mail/send-mail';
import type { Said } from './say-parts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of people as text in HTML, whatever it holds. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** In one line: a line break in a title must not begin a new one in a letter, nor a new header. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function toText(said: readonly Said[], origin: string, stopUrl: string): string {
  const parts = said.map(({ title, text, href }) =>
    [oneLine(title), ...(text ? [text] : []), `${origin}${href}`].join('\n'),
  );
  return `${parts.join('\n\n')}

--
You get at most one such letter a day. Choose which: ${origin}/account#letters
Stop all of them: ${stopUrl}
`;
}

function toHtml(said: readonly Said[], origin: string, stopUrl: string): string {
  const parts = said.map(({ title, text, href }) => {
    const link = `<a href="${escapeHtml(`${origin}${href}`)}">${escapeHtml(oneLine(title))}</a>`;
    return `<p><strong>${link}</strong>${text ? `<br>${escapeHtml(text)}` : ''}</p>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subjectOf(said))}</title></head>
<body style="font-family: sans-serif; line-height: 1.5; max-width: 36rem">
${parts.join('\n')}
<hr>
<p>You get at most one such letter a day. <a href="${escapeHtml(origin)}/account#letters">Choose which</a>, or <a href="${escapeHtml(stopUrl)}">stop all of them</a>.</p>
</body></html>
`;
}

function subjectOf([first, ...others]: readonly Said[]): string {
  const title = oneLine(first?.title ?? 'From the course').slice(0, 150);
  return others.length === 0 ? title : `${title}, and ${others.length} more`;
}

/**
 * A letter as text and as HTML. `token` is the secret that stops letters. Programs may use it at once only by https
 * (RFC 8058): over http they are given the page alone, which asks.
 */
export function writeLetter(said: readonly Said[], origin: string, token: string): Omit<Letter, 'to'> {
  const page = `${origin}/letters/${token}`;
  const isSafe = origin.startsWith('https://');
  const headers = isSafe
    ? {
        'list-unsubscribe': `<${origin}/api/letters/${token}>`,
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      }
    : { 'list-unsubscribe': `<${page}>` };
  return { subject: subjectOf(said), text: toText(said, origin, page), html: toHtml(said, origin, page), headers };
}
