import { boundaryName } from '@/components/exercise/boundaries';
import { TEMPLATE_HEADINGS } from '@/components/exercise/record-template';
import { CHOICE_WORD } from '@/components/ui/language-mark';
import type { Boundary } from '@/schemas/scenario';
import { type DiscussionPack, MAP_BOUNDARIES, MAP_CHOICES, type Split } from '@/schemas/team-map';
import { AGENDA, HIDDEN, NO_ARGUMENTS, sayShare } from './words';

/** Text of people and of the course as one paragraph, whatever Markdown is in it. */
const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')}`.trimEnd())
    .join('\n');

function splitLine(name: string, split: Split, options: readonly string[], say: (option: string) => string): string {
  if (split.status !== 'shown') return `- **${name}:** ${HIDDEN[split.status]}`;
  const shares = options.flatMap((option) => {
    const share = split.shares[option];
    return share && share.band !== 'few' ? [`${say(option)}: ${sayShare(share, split.people).toLowerCase()}`] : [];
  });
  return `- **${name}:** ${shares.join('; ')}. Whatever is not named: nobody, or one.`;
}

function argumentLines({ arguments: said }: DiscussionPack): string[] {
  switch (said.from) {
    case 'team':
      return [
        `About ${said.component}. Sentences of the team, without names:`,
        ...said.sides.flatMap(({ choice, sentences }) => [`### ${CHOICE_WORD[choice]}`, ...sentences.map(quoted)]),
      ];
    case 'course':
      return [
        'From the course: two records that would both pass.',
        ...said.records.flatMap(({ title, note, text }) => [`### ${title}`, note, quoted(text)]),
      ];
    case 'nobody':
      return [NO_ARGUMENTS[said.reason]];
    default:
      return said satisfies never;
  }
}

/** The pack as a file that a session can be run from without the course. */
export function packMarkdown(pack: DiscussionPack): string {
  const { scenario, map, questions, flips } = pack;
  const choices = (option: string) => CHOICE_WORD[option as (typeof MAP_CHOICES)[number]];
  const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  return `${[
    `# ${scenario.title}: a discussion of 45 minutes`,
    `${pack.cohortName}, exercise ${scenario.id}`,
    '## Agenda',
    AGENDA.map(({ minutes, title, what }, index) => `${index + 1}. **${title}** (${minutes} min). ${what}`).join('\n'),
    '## The brief',
    quoted(scenario.brief),
    bullets(Object.entries(scenario.given).map(([name, value]) => `${name}: ${value}`)),
    '## Where the team stands',
    [
      ...map.components.map(({ name, split }) => splitLine(name, split, MAP_CHOICES, choices)),
      splitLine('Boundary', map.boundary, MAP_BOUNDARIES, (option) => boundaryName(option as Boundary)),
    ].join('\n'),
    '## What nobody, or one person, mentioned',
    map.unheard.length > 0 ? bullets(map.unheard.map(({ title }) => title)) : 'Nothing known.',
    '## Two sides',
    ...argumentLines(pack),
    '## Questions to ask',
    bullets(questions),
    '## What would flip it',
    flips
      ? bullets(flips.map(({ condition, answer }) => `${condition} → ${answer}`))
      : 'The team finds its own: which fact would you have to see, and by when?',
    '## The decision record',
    TEMPLATE_HEADINGS.map((heading) => heading.replace('## ', '### ')).join('\n\n'),
  ].join('\n\n')}\n`;
}
