const WORDS: Readonly<Record<string, string>> = { oncall: 'On call', on_call: 'On call' };

/** "on_call" → "On call": a given fact by the word that it is shown under. */
export function givenWord(key: string): string {
  const words = key.replaceAll(/[_-]+/g, ' ');
  return WORDS[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
