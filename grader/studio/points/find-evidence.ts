import { type PointReading, toQuote } from '../feedback';
import { besides, type DecisionReading } from '../reading';
import { countWords, isAnswered, type Sentence, saysIt } from '../sentences';

const SOURCES =
  /\b(?:we (?:measured|profiled|benchmarked|tested|prototyped|counted|ran|observed|sampled|surveyed|timed)|our (?:measurements?|profil\w+|load tests?|prototypes?|benchmarks?|post-?mortems?)|our (?:traces?|logs|metrics|incidents?)(?: \w+){0,2} (?:shows?|showed|says?|tells?|points?|suggests?|confirms?|of|from)|(?:audit|health check|pen(?:etration)? test|assessment|investigation|survey)s?(?: \w+){0,6} (?:found|identified|showed|shows|revealed|reveals)|according to (?!(?:the|this|these|that|those|its|their) (?:table|rules?|list|schema|types?|kinds?|value|order|following|above|below))|(?:a|the|our) (?:profile|trace|load test|spike|prototype|flame ?graph|post-?mortem|survey|proof of concept) (?:of|from|shows?|showed|in|on|ran)|in our (?:prototyping|tests?|measurements?|benchmarks?)|measured (?:on|in|at|over|with|via|using|across|by)|benchmarks? (?:from|across|of|on|in|shows?|comparisons?)|published (?:\w+ )?(?:benchmarks?|results?|figures?|numbers|measurements?|papers?|post-?mortems?|studies|study|reports?)|case study|proofs? of concept tests?|(?:built|created|ran|run|tried|made) (?:\w+ ){0,2}(?:proofs? of concept|prototypes?|spikes?|pilots?))\b/g;
/** An address can be looked up, but often only leads to what is spoken of: words about a measurement come first. */
const ADDRESS = /https?:\/\/\S/g;
/** Where the work is tracked, or who somebody is, is no evidence for the choice. */
const LEADS_NOWHERE =
  /\b(?:issues?|tickets?|pull requests?|jira|tracking)\b|https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[\w-]+\/?(?:[)\s]|$)/;
const LIMITS =
  /(?:(?:do(?:es)?|did|would|can|could)(?: not|n't) (?:show|prove|tell|transfer|apply|mean|say|cover|include|measure|compare|hold)|cannot (?:show|prove|tell|say)|(?:says?|tells?(?: us)?) (?:little|nothing) (?:about|of)|shows? only|only shows?|not (?:been )?(?:measured|comparable|published|tested)|haven't (?:measured|tested)|self-reported|caveat|unlike (?:ours|us|our)|differs? from (?:ours|our)|different from (?:ours|our)|no (?:comparison|control)|also changed|at the same time|confound|one (?:machine|run|day|week) only|single (?:run|machine|day)|synthetic|small sample|not our (?:workload|traffic|load)|different (?:workload|traffic|load|hardware)|extrapolat|vendor'?s? (?:own|benchmark))/;

const LINK = /\[[^\]]*\]\([^)]*\)|https?:\/\/\S+/g;
const FEWEST_WORDS = 5;

/** A sentence that says something about what its address shows; a name with a link, or a rule, says nothing yet. */
const says = ({ text, lowered }: Sentence) =>
  saysIt(lowered, ADDRESS) &&
  !LEADS_NOWHERE.test(lowered) &&
  !/\b(?:must|should|shall)\b/.test(lowered) &&
  countWords(text.replace(LINK, ' ')) >= FEWEST_WORDS;

const NO_LIMIT = 'A source is named; this reading could not find what it does not show about your own system.';

/** Whether there is evidence that somebody could check, and whether its limit is said. */
export function findEvidence(reading: DecisionReading): PointReading {
  const listed = reading.record.evidence.filter(({ claim, source }) => isAnswered(claim) && isAnswered(source));
  const limited = listed.find(({ limit }) => isAnswered(limit) && limit.trim().split(/\s+/).length >= 3);
  if (limited)
    return {
      id: 'evidence',
      level: 'full',
      quotes: [toQuote('evidence', limited.claim), toQuote('evidence', limited.limit)],
      missing: '',
    };
  const usable = reading.sentences.filter(({ passage }) => !['evidence', 'reversal'].includes(passage.field));
  const told = usable.filter(({ lowered }) => saysIt(lowered, SOURCES));
  const linked = usable.filter((sentence) => !told.includes(sentence) && says(sentence));
  const prose = [...told, ...linked];
  const withLimit = prose.find((sentence) => besides(reading, sentence).some(({ lowered }) => LIMITS.test(lowered)));
  if (withLimit) {
    const limit = besides(reading, withLimit).find(({ lowered }) => LIMITS.test(lowered)) ?? withLimit;
    const quotes = [withLimit, ...(limit === withLimit ? [] : [limit])];
    return {
      id: 'evidence',
      level: 'full',
      quotes: quotes.map(({ passage, text }) => toQuote(passage.field, text)),
      missing: '',
    };
  }
  const first = listed[0];
  if (first) return { id: 'evidence', level: 'half', quotes: [toQuote('evidence', first.claim)], missing: NO_LIMIT };
  const [source] = prose;
  if (source)
    return {
      id: 'evidence',
      level: 'half',
      quotes: [toQuote(source.passage.field, source.text)],
      missing: NO_LIMIT,
    };
  const claims = reading.record.evidence.some(({ claim }) => isAnswered(claim));
  return {
    id: 'evidence',
    level: 'none',
    quotes: [],
    missing: claims
      ? 'A claim is listed; this reading could not find a source where somebody could check it.'
      : 'This reading could not find a measurement, source or address that somebody could check.',
  };
}
