/** Characters that nobody sees and that only hide words from a reader such as this one. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu;

/** Letters of other alphabets that look like Latin ones, and small capitals; the two strings run side by side. */
const ALIKE = 'аеорсхуіјѕһԁԛԝкмтвнгαεορχυικνντωηɡıʟɪɢɴᴀʙᴄᴅᴇꜰʜᴊᴋᴍᴏᴘʀꜱᴛᴜᴠᴡʏᴢ';
const LATIN = 'aeopcxyijshdqwkmtbhraeopxuiknvtwngilignabcdefhjkmoprstuvwyz';
const lookAlikes = new Map([...ALIKE].map((letter, at) => [letter, [...LATIN][at] ?? letter]));

/** Digits that stand for letters inside a word ("1gn0re"). */
const DIGITS = new Map([...'013457'].map((digit, at) => [digit, [...'oieast'][at] ?? digit]));

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
const fromCode = (code: number) => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '');

const unescaped = (text: string) =>
  text
    .replace(/&#(\d{1,7});/g, (_, code: string) => fromCode(Number(code)))
    .replace(/&#x([\da-f]{1,6});/gi, (_, code: string) => fromCode(Number.parseInt(code, 16)))
    .replace(/&([a-z]{2,4});/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/(?:%|\\x|\\u00)([2-7][\da-f])/gi, (_, code: string) => fromCode(Number.parseInt(code, 16)));

/** Letters with dots, spaces or dashes between each two of them, put together again. */
const joined = (text: string) =>
  text.replace(/(?<!\p{L})\p{L}(?:[ ._*·-]\p{L}(?!\p{L})){2,}/gu, (run) => run.replace(/[ ._*·-]/g, ''));

const isPrintable = (text: string) => /^[\x20-\x7e\s]{8,}$/.test(text) && /[a-z]{3}/i.test(text);

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base64Values = new Map([...BASE64].map((letter, value) => [letter, value]));

function fromBase64(word: string): string {
  let [bits, held, text] = [0, 0, ''];
  for (const letter of word) {
    const value = base64Values.get(letter);
    if (value === undefined) break;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    text += String.fromCharCode((bits >> held) & 0xff);
  }
  return text;
}

const fromHex = (word: string) =>
  word.replace(/[\da-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code, 16)));

/** What long words without spaces say once decoded. */
function decoded(text: string): string[] {
  const hex = [...text.matchAll(/(?<![\da-f])(?:[\da-f]{2}){8,}(?![\da-f])/gi)].map(([word]) => fromHex(word));
  const base64 = [...text.matchAll(/(?<![A-Za-z\d+/])[A-Za-z\d+/]{16,}/g)].map(([word]) => fromBase64(word));
  return [...hex, ...base64].filter(isPrintable).map((one) => one.toLowerCase());
}

const rot13 = (text: string) =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 84) % 26)));

/** A text as a reader would take it, and as one who turns it round, decodes it or reads its code would. */
export interface PlainReadings {
  readonly plain: string;
  readonly hidden: readonly string[];
}

/** Undoes the usual ways of hiding words: invisible and look-alike characters, escapes, gaps, codes, reversal. */
export function plainReadings(text: string): PlainReadings {
  const visible = unescaped(text).normalize('NFKC').replace(INVISIBLE, '').replaceAll('’', "'");
  const plain = visible.toLowerCase();
  const latin = plain.replace(/\p{L}/gu, (letter) => lookAlikes.get(letter) ?? letter);
  const spelt = latin.replace(/(?<![\w-])(?=\d{0,3}[a-z])(?=[a-z]{0,30}\d)[a-z\d]+/g, (word) =>
    word.replace(/[013457]/g, (digit) => DIGITS.get(digit) ?? digit),
  );
  return {
    plain,
    hidden: [latin, spelt, joined(latin), [...latin].reverse().join(''), rot13(latin), ...decoded(visible)],
  };
}
