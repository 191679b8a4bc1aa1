const VERB = /\b(is|are|was|were|can|will|would|could|should|does|do|did|has|have|had|must|may)\b/i;
const PLAIN_VERB = /\b([a-z]{3,}(?:s|ed))\b(?=\s+(?:the|a|an|in|on|to|at|with|by|from|of)\b)/;
const NEGATED = /\b(is|are|was|were|can|will|would|could|should|does|do|did|has|have|had|must|may)(?: not|n't)\b/i;

/** The contrary of a sentence by the shortest way: a "not" more or less, or a denial in front. For trying the matcher. */
export function negate(text: string): string {
  if (NEGATED.test(text)) return text.replace(NEGATED, '$1');
  if (VERB.test(text)) return text.replace(VERB, '$1 not');
  if (PLAIN_VERB.test(text)) return text.replace(PLAIN_VERB, 'does not $1');
  return `It is not true that ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
