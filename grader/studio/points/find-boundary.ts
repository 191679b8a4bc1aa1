import { type PointReading, toQuote } from '../feedback';
import { figuresIn } from '../figures';
import { besides, type DecisionReading, sentencesOf } from '../reading';
import { countWords, isAnswered, type Sentence, saysIt } from '../sentences';

const LINE =
  /\b(?:boundar(?:y|ies)|interface between|contract between|seam between|ffi|cgo|splits? (?:into|between|off|at)|(?:talks?|speaks?|connects?|communicates?|exposed?|exposes|reached|behind|over|via|across) (?:to )?(?:a |an |the |our |its )?(?:\w+ ){0,2}(?:grpc|http|queue|ipc|socket|rpc|unix socket|shared memory|ffi)|(?:talks?|speaks?|connects?|communicates?|exposed?|exposes|reached|behind) (?:to |over |via |through )?(?:a |an |the |our |its )?(?:\w+ ){0,2}(?:topic|kafka|nats))\b/g;
/** In the field that asks for the boundary less has to be said for it to be one. */
const OWN_LINE =
  /\b(?:separate (?:process|service|binary|library|deployment|module)s?|side-?car|api|contract|interface|(?:single|one|same) (?:process|service|binary|language|codebase|deployment)|stays? (?:in|with)|between|calls?|library|module|process|service)\b/g;
const CONTRACT =
  /\b(?:contract|protobuf|protocol buffers?|proto|grpc|openapi|swagger|schema|json|rest|http|rpc|api|message format|avro|thrift|flatbuffers?|c abi|abi|ffi|queue|topic|event|versioned|socket|interface)\b/;
const COST =
  /\b(?:costs?|latency|overhead|serialis\w+|serializ\w+|copy|copies|copying|hop|round[- ]trip|second (?:build|toolchain|pipeline|language|deployment)|two (?:builds|toolchains|pipelines|languages|deployments)|release|deploy|maintain|operat\w+|monitor|debug\w*|version(?:ing)?|duplicat\w+)\b/;
const ALONE =
  /\b(?:single|one|same) (?:process|service|binary|language|codebase|deployment)\b|\bno (?:second|other) (?:language|process|service|boundary)\b|\bstays? in (?:go|rust|java|python|node|c\+\+)\b|\bnothing crosses\b/;
const BECAUSE = /\b(?:because|since|so|as|therefore|which)\b/;

const isFull = (reading: DecisionReading, sentence: Sentence) => {
  const near = besides(reading, sentence).map(({ lowered }) => lowered);
  const hasCost = near.some((text) => COST.test(text) || figuresIn(text).length > 0);
  const isAlone =
    sentence.passage.field === 'boundary' &&
    ALONE.test(sentence.lowered) &&
    near.some((text) => BECAUSE.test(text) || COST.test(text));
  return isAlone || (near.some((text) => CONTRACT.test(text)) && hasCost);
};

/** Whether the record says where the chosen part ends, what crosses the line and what that costs. */
export function findBoundary(reading: DecisionReading): PointReading {
  const own = sentencesOf(reading, 'boundary').filter(
    ({ text, lowered }) =>
      isAnswered(text) &&
      countWords(text) >= 3 &&
      (saysIt(lowered, LINE) || saysIt(lowered, OWN_LINE) || ALONE.test(lowered)),
  );
  const elsewhere = reading.sentences.filter(
    ({ lowered, passage }) => !['boundary', 'reversal', 'options'].includes(passage.field) && saysIt(lowered, LINE),
  );
  const candidates = [...own, ...elsewhere];
  const found = candidates.find((sentence) => isFull(reading, sentence));
  const [first] = found ? [found] : candidates;
  if (!first)
    return {
      id: 'boundary',
      level: 'none',
      quotes: [],
      missing: 'This reading could not find where the chosen part ends and what crosses that line.',
    };
  const quotes = [toQuote(first.passage.field, first.text)];
  if (found) return { id: 'boundary', level: 'full', quotes, missing: '' };
  const hasContract = besides(reading, first).some(({ lowered }) => CONTRACT.test(lowered));
  return {
    id: 'boundary',
    level: 'half',
    quotes,
    missing: hasContract
      ? 'A boundary and its contract are named; this reading could not find what crossing it costs (a hop, a second pipeline, a version to keep).'
      : 'A boundary is named; this reading could not find the contract across it and what crossing it costs.',
  };
}
