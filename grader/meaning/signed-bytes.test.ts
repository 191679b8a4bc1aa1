import { expect, test } from 'vitest';
import { decodeBytes, encodeBytes } from './signed-bytes';

test.each([0, 1, 2, 3, 4, 255, 256])('%i bytes come back as they went', (length) => {
  const bytes = Int8Array.from({ length }, (_, at) => ((at * 37) % 256) - 128);
  expect([...decodeBytes(encodeBytes(bytes))]).toEqual([...bytes]);
  expect(encodeBytes(bytes)).toBe(Buffer.from(bytes.buffer).toString('base64'));
});
