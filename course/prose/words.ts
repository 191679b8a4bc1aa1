const WORD = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** The words of a text in lower case without punctuation, so that wording is compared and typography is not. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}

/** Every run of `length` words, with the place of its first word. */
export function* runsOf(words: readonly string[], length: number): Generator<{ at: number; run: string }> {
  for (let at = 0; at + length <= words.length; at += 1) yield { at, run: words.slice(at, at + length).join(' ') };
}
