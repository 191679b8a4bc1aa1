import type { ReadUnit } from '../text/read-text';

const TITLE =
  "(?:(?:the |our |other |further |rejected |discarded |considered )*(?:alternatives?|options)|(?:considered|rejected|discarded|refused|turned down|not (?:chosen|taken|pursued))|what else|what (?:we|i) (?:rejected|considered|turned down|did(?: not|n['’]t) choose))\\b";

/** A heading over what was weighed and not taken, such as "Alternatives, keeping what exists included". */
const HEADING = new RegExp(`^\\W*${TITLE}`, 'i');
/** The same at the start of a paragraph or list item: "**Alternatives.** …" or "Rejected: …". */
const LABEL = new RegExp(`^(?:\\*\\*|__)${TITLE}[^*_]{0,40}(?:\\*\\*|__)|^${TITLE}[^.:]{0,30}:`, 'i');
/** A last word that turns down what the list item or row has named. */
const REFUSAL = /^\W*(?:no|no way|not for us|not an option|rejected|refused|discarded|out)\W*$/i;

/** Units that tell of what was weighed and not taken: a language named there is no plan. */
export function setAside(text: string, units: readonly ReadUnit[]): ReadonlySet<ReadUnit> {
  const wordsOf = (unit: ReadUnit) => text.slice(unit.start, unit.end);
  const refused = new Set(
    units.filter((unit) => unit.kind !== 'prose' && REFUSAL.test(wordsOf(unit))).map(({ block }) => block),
  );
  const aside = new Set<ReadUnit>();
  let isUnderHeading = false;
  let isUnderLabel = false;
  let block = -1;
  for (const unit of units) {
    const isFirst = unit.block !== block;
    block = unit.block;
    if (unit.kind === 'heading') {
      isUnderHeading = HEADING.test(wordsOf(unit));
      isUnderLabel = false;
    } else if (isFirst && LABEL.test(wordsOf(unit))) isUnderLabel = true;
    else if (isFirst && unit.kind === 'prose') isUnderLabel = false;
    if (isUnderHeading || isUnderLabel || refused.has(unit.block)) aside.add(unit);
  }
  return aside;
}
