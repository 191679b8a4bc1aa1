/** A piece of an entry's text: words, or the address of a page. */
export interface TextPiece {
  /** Where in the text it begins. */
  readonly at: number;
  readonly text: string;
  /** Null for words, and for an address that nobody here has opened: it is named, not recommended. */
  readonly url: string | null;
}

const URL_AND_REMARK = /(?<url>https?:\/\/[^\s,;)]*[^\s,;).:])(?<remark>(?:\/)? \([^()]*)?/g;
const UNREAD = /^\/? \((?:address not opened|linked, not opened|not opened|second-hand)/;

/** Splits a text at its addresses. */
export function splitAtAddresses(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(URL_AND_REMARK)) {
    const { url = '', remark = '' } = match.groups ?? {};
    if (match.index > end) pieces.push({ at: end, text: text.slice(end, match.index), url: null });
    pieces.push({ at: match.index, text: url, url: UNREAD.test(remark) ? null : url });
    end = match.index + url.length;
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end), url: null });
  return pieces;
}

/** The sources of an entry, one by one: split at each semicolon that stands outside brackets. */
export function splitSources(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ';' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
