import { MOST_IMPORT_BYTES } from '@/schemas/decision';
import type { Outcome } from '@/schemas/outcome';

/** Why a text cannot be imported. */
export type ImportProblem = 'too-large' | 'empty' | 'binary' | 'html' | 'front-matter' | 'too-long';

const KIND = 'What can be read is a decision record in Markdown or plain text (.md or .txt, UTF-8).';
const kilobytes = (bytes: number) => String(Math.ceil(bytes / 1000));

export const tooLarge = (bytes: number) =>
  `The file has ${kilobytes(bytes)} KB; up to ${kilobytes(MOST_IMPORT_BYTES)} KB can be read. Take the one decision record out of it and try that.`;
export const NOT_UTF8 = `The file is not text in UTF-8. ${KIND} Save it with the encoding UTF-8 and try again.`;

/** How many bytes a text takes in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;

function binarySign(text: string): string | null {
  const at = text.indexOf('\0');
  if (at >= 0) return `line ${lineOf(text, at)} holds a NUL byte`;
  if (['%PDF-', 'PK\u0003', '{\\rtf', '\u007fELF', '\u0089PNG'].some((sign) => text.startsWith(sign)))
    return 'it begins like a PDF, Word or image file';
  return null;
}

type Checked = Outcome<string, ImportProblem, string>;
const refuse = (reason: ImportProblem, detail: string): Checked => ({ ok: false, reason, detail });

/** The text of a file with one kind of line end and no byte order mark, or the sentence that says what is wrong with it. */
export function checkText(raw: string): Checked {
  const bytes = byteLength(raw);
  if (bytes > MOST_IMPORT_BYTES) return refuse('too-large', tooLarge(bytes));
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const sign = binarySign(text);
  if (sign) return refuse('binary', `The file is not text: ${sign}. ${KIND}`);
  if (text.trim() === '') return refuse('empty', `The file is empty. ${KIND}`);
  const html = /^\s{0,99}<(?:!doctype html|html|head|body|\?xml)/i.exec(text);
  if (html)
    return refuse(
      'html',
      `Line ${lineOf(text, html[0].length)} begins an HTML or XML page. ${KIND} Copy the text of the page and paste it instead.`,
    );
  return { ok: true, value: text };
}
