import { wordStems } from '../text/lemmas';
import { canonicalStem } from '../text/synonyms';

/** Words with which descriptors talk about answers; an answer need not contain them. */
const RUBRIC_WORDS =
  `name names state states give gives given explain explains conclude concludes conclusion earn earns count counts
 argument argue argued equivalent example sound explicit concrete concretely definite general remark criterion answer
 treat treats real least part parts word need needed appear matter matters rest rests factor factors kind soundly dismiss
 dismissal slogan reason reasons relevant stated derive derives typically include includes consider considers considered
 mention mentions say says show shows describe describes settle settles link links use uses used using whether
 taken order own place places option options worth alone different set sets against compare compares weigh weighs figure`.split(
    /\s+/,
  );

const keys = new Set(wordStems(RUBRIC_WORDS).map(canonicalStem));

/** Whether a key belongs to the language of rubrics rather than to the subject. */
export const isRubricWord = (key: string): boolean => keys.has(key);
