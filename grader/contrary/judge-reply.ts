import type { Evidence } from '@/schemas/grade';
import type { AspectGrade, RebuttalGrade } from '@/schemas/rebuttal';
import type { Level } from '@/schemas/rubric';
import { isAddressedToGrader } from '../signals/addressed-to-grader';
import { isKeywordList } from '../signals/keyword-list';
import { type ReadText, readText } from '../text/read-text';
import { copiedUnits } from './copied-units';
import { type MeasuredReply, type MeasuredUnit, measureReply, type ReplyWindow } from './measure-reply';
import type { PreparedCase } from './prepare-case';

/** Nearness from which a passage takes up a point, and from which it touches it. */
const TAKES_UP = 0.25;
const TOUCHES = -0.05;
/** Nearness from which a sentence speaks of the matter at all, for or against. */
const ON_TOPIC = -0.3;
const NEAR_CONDITION = -0.35;
/** A condition that names nothing is none: so many words of one's own it takes, unless it is near one that is known. */
const FEWEST_IN_CONDITION = 2;
const KNOWN_CONDITION = 0;
/** An argument of so many words of one's own stands without a figure of the brief. */
const ARGUED_AT_LENGTH = 5;
/** How much nearer to a dismissal a reply must be before it counts as one. */
const CLEARLY = 0.15;
/** Closer than this to a border nobody can be sure. */
const UNSURE = 0.08;
/** Fewest words of one's own: less is the case once more. */
const FEWEST_OWN_WORDS = 4;
const FEWEST_IN_SENTENCE = 3;

/** A condition that could be any. */
const VAGUE =
  /\b(?:(?:other|another|different|some|certain|new) (?:circumstances?|situations?|conditions?|cases?)|things? (?:turns?|change|go|are|were|is|was)|turns? out (?:differently|otherwise)|it depends)\b/i;
/** Disagreement as such. */
const BARE_DENIAL =
  /\b(?:disagree|do(?: not|n't) agree|(?:is|are|that's|this is) (?:just |simply |plainly )?(?:wrong|false)|no way)\b/i;

/** Speaks about whoever holds the other view, and not about the matter. */
const INSULT =
  /\b(?:idiot|stupid|nonsense|rubbish|ridiculous|moron|clueless|dumb|bullshit|crap|laughable|joke|fanatics?|fanboys?)\b/i;

type Judged = Pick<RebuttalGrade, 'standing' | 'answered' | 'aspects' | 'needsReview'>;

const NOTHING: AspectGrade = { level: 'none', evidence: [] };
const earnsNothing = (standing: RebuttalGrade['standing'], needsReview = false): Judged => ({
  standing,
  answered: null,
  aspects: { point: NOTHING, reason: NOTHING, condition: NOTHING },
  needsReview,
});

const quote = (text: string, { start, end }: { start: number; end: number }): Evidence => ({
  start,
  end,
  quote: text.slice(start, end),
});

const aspect = (level: Level, evidence: Evidence): AspectGrade =>
  level === 'none' ? NOTHING : { level, evidence: [evidence] };

/** The passage nearest to a point, outside the sentences that only say when it would win; a single sentence where two are alike. */
function nearest(measured: MeasuredReply): ReplyWindow | undefined {
  const conditions = measured.units.filter((unit) => isOnlyCondition(measured, unit));
  const worth = ({ nearPoint, window }: ReplyWindow) => nearPoint - (window.kind === 'pair' ? 0.1 : 0);
  return measured.windows
    .filter((window) => !conditions.some((unit) => within(unit, window)))
    .toSorted((one, other) => worth(other) - worth(one))[0];
}

const within = ({ unit }: MeasuredUnit, { window }: ReplyWindow) =>
  unit.start >= window.start && unit.end <= window.end;

/** Whether a sentence speaks of what is argued about: by itself, or with the one beside it. */
const isOnTopic = (measured: MeasuredReply, unit: MeasuredUnit) =>
  measured.windows.some((window) => within(unit, window) && window.nearPoint > ON_TOPIC);

function judgeReason(text: string, measured: MeasuredReply): AspectGrade {
  const able = measured.units.filter(
    (unit) => unit.ownWords >= FEWEST_IN_SENTENCE && isOnTopic(measured, unit) && !isOnlyCondition(measured, unit),
  );
  const both = able.find(({ argues, isAnchored }) => argues && isAnchored);
  if (both) return aspect('full', quote(text, both.unit));
  // A reason that follows a sentence with the figure it is about.
  const argued = able.filter(({ argues }) => argues).toSorted((one, other) => other.ownWords - one.ownWords)[0];
  if (argued) {
    const isTied = measured.units.some((other) => other !== argued && !other.sets && other.isAnchored);
    return aspect(isTied || argued.ownWords >= ARGUED_AT_LENGTH ? 'full' : 'half', quote(text, argued.unit));
  }
  const anchored = able.find(({ isAnchored }) => isAnchored);
  return anchored ? aspect('half', quote(text, anchored.unit)) : NOTHING;
}

/** A sentence that says when the other side wins is not at the same time a reason against it. */
const isOnlyCondition = (measured: MeasuredReply, unit: MeasuredUnit) =>
  unit.sets &&
  measured.windows.some(
    (window) =>
      within(unit, window) && window.window.kind === 'sentence' && window.nearCondition > window.nearPoint - 0.6,
  );

function judgeCondition(text: string, measured: MeasuredReply): AspectGrade {
  const told = measured.windows
    .filter(({ window }) => window.kind === 'sentence')
    .flatMap((window) => {
      const unit = measured.units.find((one) => within(one, window));
      return unit?.sets ? [{ unit, near: window.nearCondition }] : [];
    })
    .toSorted((one, other) => other.near - one.near);
  const best = told[0];
  if (!best) return NOTHING;
  const { unit, near } = best;
  const isVague = VAGUE.test(text.slice(unit.unit.start, unit.unit.end));
  const isTold = near >= KNOWN_CONDITION || (near >= NEAR_CONDITION && unit.ownWords >= FEWEST_IN_CONDITION);
  return aspect(isTold && !isVague ? 'full' : 'half', quote(text, unit.unit));
}

/** Only what can count: no list of terms, and nothing that stands in the case or the brief. */
function eligible(prepared: PreparedCase, read: ReadText): ReadText {
  const copied = copiedUnits(read, [prepared.text, prepared.brief]);
  const units = read.units.filter((unit) => !copied.has(unit) && !isKeywordList(read.text, unit));
  return { text: read.text, units };
}

function isDismissal({ windows, units }: MeasuredReply, text: string): boolean {
  const most = (figure: (window: ReplyWindow) => number) => Math.max(...windows.map(figure));
  const [point, dismissal] = [most(({ nearPoint }) => nearPoint), most(({ nearDismissal }) => nearDismissal)];
  const isArgued = units.some(({ argues, isAnchored }) => argues && isAnchored);
  if (INSULT.test(text) && !isArgued) return true;
  if (units.some(({ sets }) => sets)) return false;
  if (BARE_DENIAL.test(text) && !isArgued && units.every(({ ownWords }) => ownWords < ARGUED_AT_LENGTH)) return true;
  return dismissal > ON_TOPIC && dismissal > point + CLEARLY;
}

/**
 * How far a reply engages with the other side: whether it takes up one of its strong points, answers it with a reason or
 * a figure or concedes it with a limit, and says when the other side would win. Whether it is right is not judged.
 */
export function judgeReply(prepared: PreparedCase, reply: string): Judged {
  const read = readText(reply);
  if (read.units.some(({ start, end }) => isAddressedToGrader(reply.slice(start, end))))
    return earnsNothing('hostile', true);
  const left = eligible(prepared, read);
  if (left.units.length === 0 && read.units.length > 0) return earnsNothing('copied');
  const measured = measureReply(prepared, left);
  if (measured.windows.length === 0) return earnsNothing('engaged');
  if (isDismissal(measured, reply)) return earnsNothing('dismissed');
  const condition = judgeCondition(reply, measured);
  const best = nearest(measured);
  if (!best) return { ...earnsNothing('engaged'), aspects: { point: NOTHING, reason: NOTHING, condition } };
  const takes = best.nearPoint >= TAKES_UP && measured.ownWords >= FEWEST_OWN_WORDS;
  const level: Level = takes ? 'full' : best.nearPoint >= TOUCHES ? 'half' : 'none';
  const reason = level === 'none' ? NOTHING : judgeReason(reply, measured);
  return {
    standing: 'engaged',
    answered: level === 'none' ? null : best.point,
    aspects: { point: aspect(level, quote(reply, best.window)), reason, condition },
    needsReview: [TAKES_UP, TOUCHES].some((border) => Math.abs(best.nearPoint - border) < UNSURE),
  };
}
