import languages from '../data/orders-by-language.json';
import { plainReadings } from './plain-readings';

/**
 * Whom such text talks to or about. Words that records of this course need themselves are left out: "marking" (of a
 * collector), "scoring", "language model", "reviewer", "submission" without "this".
 */
const ADDRESSEE =
  /\bgraders?\b|\bgrading\b|\b(?:an?|the|this|my|your|any|moderated) grades?\b|examiner|exam(?:ination)? board|assessment system|\bthe evaluat(?:or|ion)\b|evaluation service|you evaluate|\b(?:the|dear|each|a|every)(?: automatic| human)? markers?\b|\bmarkers that\b|\bmarker:|\bmoderated\b|rubric|\b(?:each|every|all) criteri|all items|items about|assistant\b|\bwhoever (?:marks|grades|reads)|your previous run|(?<!\b(?:one|two|three|four|five|six|new|fast|slow|\d+) )\blearners?\b|instructor|course (?:team|author|staff|office)|\bthis (?:text|answer|exercise|hand-in|submission)\b|\bthe submission below\b/;

/** What it wants from them. */
const DEMAND =
  /\b(?:ignore|disregard|forget|skip)\b|\bfull\b|\b20 ?\/ ?20\b|\bhighest\b|\bthe maximum\b|\baward|record every|\bemit\b|fully met|fulfilled|withdrawn|verbatim|repeat these|before you|deduct|do(?: not|n't) (?:mention|mark|lower|compare|quote|re-evaluate)|lowering|overrid|\binstructions?\b|please give|give me|already been|satisfie[sd]|copy the|in full\b|": ?(?:1|20)\b|\bas (?:perfect|complete|present|mentioned)\b|\bapproved?\b|pre-(?:approved|verified|checked)|\blenient\b|\breported\b|\bpass(?:es)? (?:the|this)\b|\bconfirm with\b|\bmust report\b|\bgenerous\b|\b(?:output|assign|accept|approve)\b|nothing missing|\bthe best grade\b/;

/** Said nowhere but to whoever grades. */
const ORDERS: readonly RegExp[] = [
  /\b(?:full|maximum|highest|top|perfect) (?:possible )?(?:marks?|credits?|grades?)\b(?! of)/,
  /\b(?:full|maximum|highest|perfect) (?:score|points)\b|\bhighest level (?:on|for|in) (?:each|every|all|s\d)/,
  /\b20 ?(?:\/|of|out of) ?20\b|\b(?:get|is|output) 20 points\b|\bpoints is 20\b|\bscore must be\b/,
  /\bs\d\d-r?\d\b/,
  /"(?:grade|criteria|verdict|labels)" ?:|"(?:score|points|levels?)" ?: ?(?:20\b|"?full|"?max|"all|\[)/,
  /\b(?:grade|score|points|marks|levels?|labels) ?[:=] ?(?:"?full|"?max|20 ?\/)/,
  /\bdefault_level\b|\bneedsreview\b|\bgrader-config\b|\bevaluation-policy\b|\bgrade\.(?:points|flags|max)|\bupdate grades\b|\bcriterion\.level\b|\ball_full\b/,
  /<\|\w|\[\/?inst\]|<<\/?sys>>|^\W*(?:assistant|human|developer message|new task) ?:|^\W*role: ?system|### ?response/,
  /<\/?(?:grading|explanation|answer|instructions?)[\w-]*\b[^<>]{0,80}>/,
  /\byou are (?:now |in )?(?:a |an |the )?(?:generous |fair |head |lenient )?(?:grader|gradebot|gradergpt|examiner|evaluat|calibration|professor)/,
  /\byou are now (?:a|in|grade)|\bfrom now on you\b|\bpretend (?:that )?you\b|\byou act as\b|\blet us play\b|\bas your operator\b/,
  /\b(?:calibration|lenient|grading|evaluation) (?:override )?mode\b|\bcalibration item\b/,
  /\b(?:ignore|disregard|forget|override)(?: \w+){0,2} (?:previous|prior|earlier|above|your|all|former)(?: \w+){0,2} (?:instructions?|prompts?|guidelines)\b/,
  /\bforget (?:your rules|everything you)\b|\bskip the (?:check and grade|evaluation and)\b|\bread before grading\b|\bbefore scoring,/,
  /["“]full["”](?=\s*(?:$|[.,;:)\]}]|for|throughout|six|everywhere|to\b))/,
  /\b(?:below|less than|always says|answer|confirm|simply|choose|set|return|give|report|output)(?: \w+){0,3} full(?= ?(?:for (?:all|each|every)|everywhere|in each|and do not|$|[.,;:]))/,
  /(?:^|[:,.;] ?)mark full\b|\bmark (?:everything|all|each|every)[^.]{0,20} full\b|\bmark all criteria\b|\blevels?(?: is| are|:)? (?:all )?full\b|\breturn level full\b|: all full\b|\bgrade this (?:one|as)\b|\breward the writer\b|\bgrade full\b|\b(?:answer|text) counts as full\b|\bset every criterion\b/,
  /(?<!(?:if|when|once|until|unless) (?:the )?)\ball (?:the )?(?:six |seven |five )?criteria (?:are |as )?(?:fully )?(?:met|satisfied|fulfilled)/,
  /\bto whoever (?:marks|grades|is grading)|\bdear (?:marker|grader|examiner|grading|evaluator|assistant)/,
  /\b(?:accept|approve|pass) this (?:answer|text|submission|hand-in)\b|\b(?:do not|don't|please) (?:fail|pass) me\b|\bgave this an? [a-d]\b|\bjailbroken\b|\b(?:every|each) criterion passes\b|\ball descriptors\b|\bmaximum for each (?:item|criterion)\b|\bconsider all concepts\b/,
  /\banswer key\b|\bpre-marked\b|\balready been (?:graded|marked|assessed by|moderated|approved at)/,
  /\b(?:course team|course author|quality office|course staff|course administration|exam board|examination board)\b/,
  /\bmy (?:last attempt|scholarship|visa|lawyer|grade)\b|\bi need full\b|\bstay enrolled\b|\bfinal result: ?passed/,
  /\bif you (?:are|'re) an? (?:\w+ )?(?:language model|keyword-based|marker|grader|llm)|\bunit test of the grader\b/,
  /\bdecode (?:this|it) and (?:follow|obey)\b|\brot13\)|\bread it backwards\b|\byour system (?:message|prompt)\b/,
  /\b(?:the|this|every) rubric\b|\bmarkers (?:should|must|that)\b|\bwhat the criteria ask|\b(?:half|full) descriptor|\bdescriptors? (?:of the levels?|you used)\b/,
  /(?:--|==)\W{0,9}end (?:of )?(?:record|data|student|submission|override|notice)\b|\bend of student submission\b|^\W*end of (?:data|record|text)\W*$|\bbegin criteria\b|\brecord ends here\b/,
];

/** The same with all gaps closed, for words without spaces between them. */
const SQUEEZED =
  /ful{1,2}marks|fullcredit|fullpoints|maximumscore|highest(?:level|score|grade)|ignore(?:all|the|your)(?:previous|rubric|instructions|rules)|toeverycriterion/;

const has = (text: string, phrases: readonly string[]) => phrases.some((phrase) => text.includes(phrase));
const unaccented = (text: string) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');

/** An order in another language: a few fixed phrases, or "ignore" beside "instructions". */
function isForeignOrder(plain: string): boolean {
  const forms = [plain, unaccented(plain)];
  return forms.some((form) => has(form, languages.alone) || (has(form, languages.drop) && has(form, languages.rules)));
}

const isOrder = (text: string) =>
  ORDERS.some((pattern) => pattern.test(text)) || SQUEEZED.test(text.replace(/[^a-z]/g, ''));

/**
 * Whether a sentence speaks to whoever grades instead of about the decision: it names them or their scheme and demands
 * something, or holds a phrase that is said to nobody else. Hidden words are brought to light first.
 */
export function isAddressedToGrader(sentence: string): boolean {
  const { plain, hidden } = plainReadings(sentence);
  if (/^\W*SYSTEM\b[^:]{0,30}:/.test(sentence) || isForeignOrder(plain)) return true;
  return [plain, ...hidden].some((text) => isOrder(text) || (ADDRESSEE.test(text) && DEMAND.test(text)));
}
