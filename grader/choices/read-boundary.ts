import type { BoundaryContradiction } from '@/schemas/grade';
import type { Boundary } from '@/schemas/scenario';
import type { ReadText } from '../text/read-text';

/** What a clause says of one way across: that it is taken, or that it is not. */
export interface BoundaryStatement {
  readonly boundary: Boundary;
  readonly isTaken: boolean;
  readonly evidence: BoundaryContradiction['evidence'];
}

const WAYS: readonly (readonly [Boundary, string])[] = [
  ['process/gRPC', 'grpc|separate process|own process|process of its own|child process|subprocess|sub-process'],
  ['queue', 'queue|message bus|job table|outbox'],
  ['FFI/C-ABI', 'ffi|cgo|c[- ]abi|c interface|pyo3|jni|native (?:extension|module|library)'],
  ['WASM module', 'wasm|webassembly'],
  ['sidecar', 'sidecar'],
];

const TAKES =
  '(?:over|via|through|behind|across|use|using|by|as|choose|propose|recommend|boundary(?: is)?:?|boundary =)';
const DETERMINER = '(?:(?:a|an|the|one|its|their|own|plain|small|separate|durable|local) )*';
const REFUSES =
  "(?:no|not|never|without|instead of|rather than|nor|against|avoid|don['’]t use|not use|refuse|drop|out:)";

/** Conditions, questions and what others say or what is there today. */
const OPEN =
  /\b(?:if|unless|whether|could|might|would have|today|currently|until|once|slide|author|proposal|suggests?|wants?|says|or)\b|\?/i;

const CLAUSE = /[^,;:()—–]+/g;

/** Both forms of each boundary, put together once from the words above. */
const FORMS = WAYS.map(([boundary, names]) => ({
  boundary,
  refused: new RegExp(
    `\\b${REFUSES} ${DETERMINER}(?:${names})\\b|\\b(?:${names})\\b[^.]{0,12} (?:is|are) (?:out|not|no)\\b`,
    'i',
  ),
  taken: new RegExp(`\\b${TAKES} ${DETERMINER}(?:${names})\\b`, 'i'),
}));

function readClause(text: string, clause: string, start: number): BoundaryStatement[] {
  if (OPEN.test(clause)) return [];
  return FORMS.flatMap((form) => {
    const { boundary } = form;
    const refused = form.refused.exec(clause);
    const taken = refused ? null : form.taken.exec(clause);
    const found = refused ?? taken;
    if (!found || (taken && /\b(?:not?|never|without|nor|neither|instead|rather)\b|n[’']t\b/i.test(clause))) return [];
    const from = start + found.index;
    const end = from + found[0].length;
    return [{ boundary, isTaken: refused === null, evidence: { start: from, end, quote: text.slice(from, end) } }];
  });
}

/** What the prose says about the ways across a boundary. Careful rather than complete. */
export function readBoundaries({ text, units }: ReadText): BoundaryStatement[] {
  return units
    .filter(({ kind }) => kind !== 'code')
    .flatMap((unit) =>
      [...text.slice(unit.start, unit.end).matchAll(CLAUSE)].flatMap((match) =>
        readClause(text, match[0], unit.start + match.index),
      ),
    );
}

/**
 * A boundary that the prose refuses while it takes another one. It must say both, and speak of the picked one nowhere
 * else: most texts weigh several ways, and say of each where it would fit.
 */
export function findBoundaryContradiction(
  picked: Boundary | undefined,
  statements: readonly BoundaryStatement[],
): BoundaryContradiction | null {
  const about = statements.filter(({ boundary }) => boundary === picked);
  const taken = statements.filter(({ isTaken }) => isTaken);
  const [other] = taken;
  if (picked === undefined || !other || about.length === 0 || about.some(({ isTaken }) => isTaken)) return null;
  if (new Set(taken.map(({ boundary }) => boundary)).size > 1) return null;
  return { picked, written: other.boundary, evidence: other.evidence };
}
