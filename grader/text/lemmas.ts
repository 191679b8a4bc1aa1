import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';

/**
 * The one place that talks to wink-nlp. It is given single words joined by spaces and nothing else, for two reasons:
 * its own tokeniser takes seconds on texts such as repeated URLs, and offsets into the original stay ours.
 */
const nlp = winkNLP(model, ['pos']);

// wink-nlp 2.4.0 declares these two with a parameter list that its own `out` refuses; it compares them by identity.
const forms = { lemma: nlp.its.lemma as ItsFunction<string>, stem: nlp.its.stem as ItsFunction<string> };

/** Longer strings are no words of a language and are left as they are. */
const LONGEST_WORD = 30;

const isPlain = (word: string) => word.length <= LONGEST_WORD && /^[a-z]+$/.test(word);

/** Lemma or stem per plain word, aligned by letters because wink splits some words ("cannot" becomes "can not"). */
function readWords(words: readonly string[], form: 'lemma' | 'stem'): string[] {
  const tokens = nlp.readDoc(words.join(' ')).tokens();
  const values = tokens.out();
  const found = tokens.out(forms[form]);
  let at = 0;
  return words.map((word) => {
    const first = found[at] ?? word;
    for (let taken = 0; taken < word.length && at < values.length; at += 1) taken += values[at]?.length ?? 0;
    return first;
  });
}

/** The stem of each word's lemma: "wrote" and "writing" meet, and so do "dependency" and "dependencies". */
export function wordStems(words: readonly string[]): string[] {
  const plain = words.filter(isPlain);
  const stems = readWords(readWords(plain, 'lemma'), 'stem');
  let at = 0;
  return words.map((word) => {
    if (!isPlain(word)) return word;
    at += 1;
    return stems[at - 1] ?? word;
  });
}
