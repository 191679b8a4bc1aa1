const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128);
[...ALPHABET].forEach((letter, value) => {
  VALUES[letter.charCodeAt(0)] = value;
});

/** Base64 to signed bytes; written out because neither Node's Buffer nor atob is at hand in a pure module. */
export function decodeBytes(base64: string): Int8Array {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Int8Array((base64.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < base64.length; from += 4, to += 3) {
    const at = (offset: number) => VALUES[base64.charCodeAt(from + offset)] ?? 0;
    const group = (at(0) << 18) | (at(1) << 12) | (at(2) << 6) | at(3);
    for (let part = 0; part < 3 && to + part < bytes.length; part += 1) bytes[to + part] = group >> (16 - 8 * part);
  }
  return bytes;
}

/** Signed bytes to base64: what `decodeBytes` reads. */
export function encodeBytes(bytes: Int8Array): string {
  const letters: string[] = [];
  for (let from = 0; from < bytes.length; from += 3) {
    const at = (offset: number) => (bytes[from + offset] ?? 0) & 255;
    const group = (at(0) << 16) | (at(1) << 8) | at(2);
    const held = Math.min(3, bytes.length - from);
    for (let part = 0; part < 4; part += 1)
      letters.push(part > held ? '=' : (ALPHABET[(group >> (18 - 6 * part)) & 63] ?? 'A'));
  }
  return letters.join('');
}
