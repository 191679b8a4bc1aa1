/** The sections of an exported file, and the names under which other templates know them. */
export const HEADINGS = {
  context: 'Context and Problem Statement',
  constraint: 'Decision Drivers',
  options: 'Considered Options',
  decision: 'Decision Outcome',
  parts: 'Components',
  consequences: 'Consequences',
  details: 'Pros and Cons of the Options',
  evidence: 'Evidence',
  boundary: 'Boundary',
  ownership: 'Ownership',
  reversal: 'Reversal Condition',
  notes: 'More Information',
  status: 'Status',
  date: 'Date',
} as const;
export type SectionId = keyof typeof HEADINGS;

/** MADR 2 to 4, Nygard, and the names that people give these sections. In lower case, without numbers. */
const OTHER_NAMES: Readonly<Record<SectionId, readonly string[]>> = {
  context: [
    'context',
    'problem',
    'problem statement',
    'background',
    'context and problem',
    'context and facts',
    'issue',
    'motivation',
  ],
  constraint: [
    'drivers',
    'decision criteria',
    'forces',
    'constraints',
    'key factors',
    'deciding constraint',
    'deciding constraints',
    'evaluation criteria',
  ],
  options: [
    'options',
    'options considered',
    'alternatives',
    'alternatives considered',
    'considered alternatives',
    'considered options',
  ],
  decision: [
    'decision',
    'outcome',
    'our decision',
    'the decision',
    'resolution',
    'rationale',
    'decision rationale',
    'reasoning',
    'justification',
  ],
  parts: ['parts', 'components'],
  consequences: [
    'consequence',
    'implications',
    'impact',
    'results',
    'trade-offs',
    'trade-off accepted',
    'tradeoffs',
    'positive and negative consequences',
  ],
  details: ['pros and cons', 'comparison of the options', 'options in detail'],
  evidence: ['evidence and limits', 'measurements'],
  boundary: ['boundaries', 'the boundary'],
  ownership: ['owner', 'owners', 'ownership and on-call', 'team'],
  reversal: [
    'reversal',
    'reversal conditions',
    'when to revisit',
    'revisit',
    'exit criteria',
    'kill criteria',
    'review criteria',
    'reconsider',
  ],
  notes: ['notes', 'more information', 'additional notes'],
  status: [],
  date: [],
};

const byName = new Map<string, SectionId>();
for (const id of Object.keys(HEADINGS)) {
  if (!(id in OTHER_NAMES)) continue;
  const section = id as SectionId;
  for (const name of [HEADINGS[section].toLowerCase(), ...OTHER_NAMES[section]]) byName.set(name, section);
}

/** Which section a heading opens; null where no field answers to it. */
export function sectionOf(heading: string): SectionId | null {
  const plain = heading
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/^\d{1,3}(?:\.\d{1,3})*[.)]?\s/, '')
    .replace(/\s?:$/, '')
    .trim();
  return byName.get(plain) ?? null;
}
