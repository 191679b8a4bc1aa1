import type { DecisionRecord } from '@/schemas/decision';
import { escapeInline } from './adr/guard-lines';
import { CHOICE_WORDS, NO_NAME, NO_TITLE } from './adr/write-madr';
import { type DecisionFeedback, POINTS, type PointReading } from './feedback';

const MARKS = { full: 'found', half: 'partly found', none: 'open' } as const;

/** A question as an item to tick; what this reading found is ticked, the rest is open. */
function writePoint({ id, level, quotes, missing }: PointReading): string {
  const { title, ask } = POINTS[id];
  const [first] = quotes;
  return [
    `- [${level === 'full' ? 'x' : ' '}] **${title}** (${MARKS[level]}): ${ask}`,
    ...(missing === '' ? [] : [`  - Open: ${escapeInline(missing)}`]),
    ...(first ? [`  - In the record: “${escapeInline(first.quote)}”`] : []),
  ].join('\n');
}

export const partLine = ({ name, choice, other }: DecisionRecord['parts'][number]) =>
  `${name.trim() || NO_NAME}: ${CHOICE_WORDS[choice]}${other.trim() === '' ? '' : ` (${other.trim()})`}`;

/** One page for a design review: the seven points as questions, the open ones unticked. */
export function writeChecklist(record: DecisionRecord, { points, warnings }: DecisionFeedback): string {
  const open = points.filter(({ level }) => level !== 'full').length;
  const blocks = [
    `# Review checklist: ${escapeInline(record.title.trim()) || NO_TITLE}`,
    record.parts.map((part) => `* ${escapeInline(partLine(part))}`).join('\n'),
    `${open === 0 ? 'All seven points were found' : `${open} of ${points.length} points are open`} in the text. This reads form and evidence, not whether the facts are true.`,
    points.map(writePoint).join('\n'),
    warnings.length === 0
      ? ''
      : `## Places to stop at\n\n${warnings.map(({ quote, message }) => `- [ ] “${escapeInline(quote)}” — ${escapeInline(message)}`).join('\n')}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
