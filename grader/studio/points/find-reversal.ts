import { countCues } from '../../criteria/cues';
import { type PointReading, toQuote } from '../feedback';
import { figuresIn } from '../figures';
import { besides, type DecisionReading } from '../reading';
import { isAnswered, isDenied, lower, type Sentence } from '../sentences';

const TURNS =
  /\b(?:chang\w+ (?:our|my|the|this) (?:mind|decision|answer|choice)|revers\w+|revisit\w*|reconsider\w*|re-?evaluat\w+|reassess\w*|switch(?:ing)? back|(?:if|should|when|once) [^.]{0,80}\bswitch to|(?:if|should) we (?:ever )?need [^.,]{0,60}\bagain\b|roll(?:ing)? (?:it )?back|go(?:ing)? back to|fall(?:ing)?[- ]back to|fallback|abandon\w*|stop (?:if|when|and)|kill criteri\w+|exit criteri\w+|overturn\w*|migrat\w+ (?:back|away)|undo(?:es|ne|ing)?\b|replace it|review (?:this|the|in|by|on|after|again)|would (?:move|choose|take) )/g;
const CONDITION = /(?<![\w-])(?:if|when|whenever|once|unless|should|as soon as|in case|until|after|by|on)(?![\w-])/;
const DATE =
  /\b(?:(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?|q[1-4]|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:\d|the )|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|by (?:the end of|next|january|february|march|april|may|june|july|august|september|october|november|december)|(?:after|within|in|every|for) (?:\d+|a|an|one|two|three|four|six|nine|twelve|eighteen) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|sprints?)|end of (?:the )?(?:year|quarter|month))\b/;
const THRESHOLD =
  /(?:\b(?:above|below|over|under|exceeds?|falls?|drops?|rises?|reach(?:es)?|more than|less than|fewer than|at least|at most|beyond|doubles?|no longer)\b|[<>≥≤])/;
const NO_CASE =
  /\b(?:no (?:reversal|such|condition|reason|need|plans?)|never|will not|won't|irreversible|cannot imagine|nothing (?:would|will|could))\b/;

const isObservable = (text: string) => {
  const lowered = lower(text);
  return DATE.test(lowered) || (figuresIn(text).length > 0 && THRESHOLD.test(lowered)) || /[<>≥≤]\s?\d/.test(text);
};

const turns = ({ lowered }: Sentence) =>
  [...lowered.matchAll(TURNS)].some(({ index, 0: words }) => !isDenied(lowered, index, index + words.length)) &&
  !NO_CASE.test(lowered) &&
  (CONDITION.test(lowered) || countCues(lowered, 'condition') > 0);

const NONE =
  'This reading could not find a condition under which you would undo this, nor a day on which somebody looks again.';

const NOT_OBSERVABLE =
  'A condition is named; this reading could not find the threshold or the date that would tell everybody that it has come.';

const ONLY_A_DAY =
  'A day to look again is set; this reading could not find what would have to be seen then for you to undo this.';

function readField(reading: DecisionReading): PointReading | null {
  const { what, by } = reading.record.reversal;
  if (!isAnswered(what) || NO_CASE.test(lower(what)) || what.trim().split(/\s+/).length < 3) return null;
  const quotes = [toQuote('reversal', by.trim() === '' ? what : `${what.trim()} — by ${by.trim()}`)];
  const isDated = /\d/.test(by) || DATE.test(lower(by)) || reading.record.reviewOn !== '';
  if (isObservable(what) || isDated) return { id: 'reversal', level: 'full', quotes, missing: '' };
  return { id: 'reversal', level: 'half', quotes, missing: NOT_OBSERVABLE };
}

/** Whether it is said what would undo the decision, and whether everybody could see that it has come. */
export function findReversal(reading: DecisionReading): PointReading {
  const field = readField(reading);
  if (field?.level === 'full') return field;
  const prose = reading.sentences.filter((sentence) => sentence.passage.field !== 'reversal' && turns(sentence));
  const observable = prose.find(
    (sentence) => isObservable(sentence.text) || besides(reading, sentence).some(({ text }) => isObservable(text)),
  );
  if (observable)
    return {
      id: 'reversal',
      level: 'full',
      quotes: [toQuote(observable.passage.field, observable.text)],
      missing: '',
    };
  if (field) return field;
  const [first] = prose;
  const { reviewOn } = reading.record;
  if (!first && reviewOn !== '')
    return { id: 'reversal', level: 'half', quotes: [toQuote('reversal', reviewOn)], missing: ONLY_A_DAY };
  if (first)
    return {
      id: 'reversal',
      level: 'half',
      quotes: [toQuote(first.passage.field, first.text)],
      missing: NOT_OBSERVABLE,
    };
  return { id: 'reversal', level: 'none', quotes: [], missing: NONE };
}
