import type { OpinionGap, OpinionView } from '@/schemas/opinion';

/** What a second opinion came to, in sentences. Every one of them leaves the grade where it is. */

const GAPS: Readonly<Record<OpinionGap, (name: string) => string>> = {
  timeout: (name) => `${name} did not answer in time.`,
  outage: (name) => `${name} could not be reached, or broke off.`,
  refused: (name) => `${name} refused the question; whoever runs this course has to look at the settings.`,
  unreadable: (name) => `${name} answered with something that cannot be read as levels.`,
  unproven: (name) => `${name} gave no level with an exact quote from the text, so nothing of the answer is used.`,
  interrupted: () => 'The server stopped twice while it was asking.',
  'too-old': () => 'It could not be asked for within a day.',
  'day-cap': () => 'The second opinions of that day were used up, so the text was not sent.',
  'recipient-changed': () =>
    'The course had changed to another model than the one named beside the button, and that one was not asked.',
  'switched-off': () => 'Second opinions have been switched off on this server.',
  'exercise-gone': () => 'The exercise is no longer in the course.',
};

type Given = Extract<OpinionView, { status: 'given' }>;

const count = (criteria: Given['criteria'], standing: Given['criteria'][number]['standing']) =>
  criteria.filter((line) => line.standing === standing).length;

function summariseGiven({ criteria, reasons }: Given): string {
  const [same, near, far] = [count(criteria, 'same'), count(criteria, 'near'), count(criteria, 'far')];
  const parts = [
    `the same level on ${same} of ${criteria.length} criteria`,
    near > 0 ? `one level apart on ${near}` : '',
    far > 0 ? `two levels apart on ${far}` : '',
  ].filter(Boolean);
  const passed = reasons.includes('pass-changed') ? ' With its levels the answer to “passed?” would be another.' : '';
  const review = reasons.length > 0 ? ' No program decides that: the draft is on the list of grades for a person.' : '';
  return `The second opinion gives ${parts.join(', ')}.${passed}${review}`;
}

/** One or two sentences for any state; the page says them again when the state changes. */
export function summariseOpinion(opinion: OpinionView): string {
  switch (opinion.status) {
    case 'waiting':
      return 'The second opinion is on its way. The grade above is complete without it.';
    case 'unavailable':
      return `There is no second opinion on this draft. ${GAPS[opinion.gap](opinion.recipient.name)} The grade above is complete without it.`;
    case 'given':
      return summariseGiven(opinion);
    default:
      return opinion satisfies never;
  }
}
