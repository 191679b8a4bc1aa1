import { countCues } from '../../criteria/cues';
import { type PointReading, toQuote } from '../feedback';
import { figuresIn } from '../figures';
import { besides, type DecisionReading, sentencesOf } from '../reading';
import { countWords, isAnswered, type Sentence, saysIt } from '../sentences';

const NAMES_IT =
  /\b(?:(?:deciding|decisive|determining|binding|dominant|overriding|hard|main|primary|key) (?:constraint|factor|driver|criterion|reason|requirement|limit)|the constraint (?:is|was)|what decides|decided by|(?<!(?:can|could|may|might|would|not) (?:become|be|get) (?:a |the )?)bottleneck|no longer (?:acceptable|sustainable|enough|sufficient|viable|tenable)|comes down to|drove (?:this|the) (?:decision|choice)|most important|the limit is|constrains? (?:our|the) |rules? out|rules? it out|cannot be met|must (?:stay|be|fit|start|run|finish|answer|respond) (?:below|under|within|in|by)|budget (?:of|is))/g;
const ASIDE = /\b(?:alternative|option) (?:rules|ruled)/;

const CAUSE = /\b(?:given (?:that|the|our)|because|due to|owing to|since|driven by|on account of)\b/g;

/** Words that name a wish of everybody and separate no options. */
const QUALITIES =
  /^[\s\p{P}\d]*(?:(?:high|good|great|better|best|strong|excellent|improved|the|and|or|our|with|of|for|is|we|need|want|matters?|most|important|very|more)\s+|(?:performance|scalability|reliability|maintainability|security|safety|memory safety|type safety|productivity|simplicity|speed|efficiency|concurrency|ecosystem|quality|flexibility|developer experience|low latency|latency|throughput|robustness)[\s\p{P}]*)+$/iu;

const binds = (sentence: Sentence, reading: DecisionReading) => {
  const near = besides(reading, sentence);
  return (
    figuresIn(sentence.text).length > 0 ||
    near.some(({ text, lowered }) => figuresIn(text).length > 0 || countCues(lowered, 'conclusion') > 0)
  );
};

/** Whether the record says what decides, and ties it to the choice by a figure or a conclusion. */
export function findConstraint(reading: DecisionReading): PointReading {
  const own = sentencesOf(reading, 'constraint').filter(({ text }) => isAnswered(text) && countWords(text) >= 3);
  const named = reading.sentences.filter(
    ({ lowered, passage }) =>
      passage.field !== 'constraint' &&
      (saysIt(lowered, NAMES_IT) || (passage.field === 'decision' && saysIt(lowered, CAUSE))) &&
      !ASIDE.test(lowered) &&
      passage.field !== 'options',
  );
  const concrete = own.filter(({ text }) => !QUALITIES.test(text));
  const candidates = [...concrete, ...named];
  const found = candidates.find((sentence) => binds(sentence, reading));
  const drivers = own.length > 3 && !own.some(({ lowered }) => saysIt(lowered, NAMES_IT));
  if (found && !(drivers && own.includes(found)))
    return { id: 'constraint', level: 'full', quotes: [toQuote(found.passage.field, found.text)], missing: '' };
  const first = candidates[0] ?? own[0];
  if (!first)
    return {
      id: 'constraint',
      level: 'none',
      quotes: [],
      missing:
        'This reading could not find a sentence that says which single fact or limit decides between the options.',
    };
  const missing = drivers
    ? `${own.length} drivers are listed; this reading could not find which one decides when they pull apart.`
    : concrete.length === 0 && named.length === 0
      ? 'A quality that everybody wants is named; this reading could not find the figure or fact that makes it decide here.'
      : 'A constraint is named; this reading could not find the figure or the “so …” that ties it to the choice.';
  return { id: 'constraint', level: 'half', quotes: [toQuote(first.passage.field, first.text)], missing };
}
