import { ATTACK_INCIDENTS, type AttackIncident, type Effort, type Language, type PathId } from './attack-incidents';

export interface ServiceInput {
  readonly language: Language;
  /** TLS, image decoding and the like in the service's own language, or C libraries behind it. */
  readonly hasCInside: boolean;
  readonly efforts: Readonly<Record<PathId, Effort>>;
}

/** Hours a quarter, assumed; what matters is that thorough work on one path costs the basics of nearly three. */
export const HOURS: Readonly<Record<Effort, number>> = { none: 0, basic: 6, thorough: 16 };
export const BUDGET = 30;

export const NO_REVIEW: ServiceInput['efforts'] = {
  who: 'none',
  input: 'none',
  base: 'none',
  news: 'none',
  run: 'none',
};

export interface Verdict {
  readonly incident: AttackIncident;
  readonly byLanguage: boolean;
  readonly byLibrary: boolean;
  /** What the review found or closed; empty if nothing did. */
  readonly byReview: readonly string[];
}

export interface AttackResult {
  readonly verdicts: readonly Verdict[];
  readonly hours: number;
  readonly stopped: number;
  /** Stopped without any hour of review. */
  readonly withoutReview: number;
}

export function assess(input: ServiceInput): AttackResult {
  const verdicts = ATTACK_INCIDENTS.map((incident) => judge(incident, input));
  const hours = Object.values(input.efforts).reduce((total, effort) => total + HOURS[effort], 0);
  return {
    verdicts,
    hours,
    stopped: verdicts.filter((verdict) => isStopped(verdict)).length,
    withoutReview: verdicts.filter(({ byLanguage, byLibrary }) => byLanguage || byLibrary).length,
  };
}

export function isStopped({ byLanguage, byLibrary, byReview }: Verdict): boolean {
  return byLanguage || byLibrary || byReview.length > 0;
}

/** A fault inside a C library is stopped by the library's language; choosing that library is the decision that counts. */
function judge(incident: AttackIncident, { language, hasCInside, efforts }: ServiceInput): Verdict {
  const isRefused = incident.languages.includes(language);
  return {
    incident,
    byLanguage: isRefused && !incident.isInLibrary,
    byLibrary: isRefused && incident.isInLibrary && !hasCInside,
    byReview: incident.measures.filter(({ path, least }) => reaches(efforts[path], least)).map(({ what }) => what),
  };
}

function reaches(effort: Effort, least: 'basic' | 'thorough'): boolean {
  return effort === 'thorough' || effort === least;
}
