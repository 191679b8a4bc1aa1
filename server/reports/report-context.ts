import 'server-only';
import { getCourse } from '@/course/course';
import { listingId, listListings } from '@/course/listings';
import { selectOptionalClaim, selectOptionalItem, selectOptionalLesson } from '@/course/select';
import type { LoadedLesson } from '@/schemas/course';
import type { ReportAbout, ReportContext } from '@/schemas/problem-report';
import { type Question, toQuestion } from '@/schemas/question';
import type { Actor } from '../actor';
import { contentHash } from '../db/json';
import { selectResult } from '../submissions';

type Picked = Omit<ReportContext, 'about' | 'contentHash'>;
type About<Kind extends ReportAbout['kind']> = Extract<ReportAbout, { kind: Kind }>;

/** The question's side of an item: what anybody may see before answering, and nothing of its key. */
function shownOfQuestion(question: Question): string[] {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return [question.stem, ...question.options.map(({ text }) => text)];
    case 'ordering':
      return [question.stem, ...question.entries.map(({ text }) => text)];
    case 'matching':
      return [
        question.stem,
        ...question.entries.map(({ text }) => text),
        ...question.categories.map(({ text }) => text),
      ];
    case 'numeric':
      return [question.stem, question.unit].filter(Boolean);
    case 'short-answer':
      return [question.stem];
    case 'spot-the-defect':
      return [question.stem, question.listing.code];
    default:
      return question satisfies never;
  }
}

const placeIn = ({ lesson, module }: LoadedLesson) => `module ${module.id.slice(1)}, “${lesson.title}”`;

async function ofItem({ lessonId, itemId }: About<'item'>): Promise<Picked | null> {
  const course = await getCourse();
  const loaded = selectOptionalLesson(course, lessonId);
  const item = selectOptionalItem(course, lessonId, itemId);
  if (!loaded || !item) return null;
  return {
    place: `Quiz item ${itemId}, ${placeIn(loaded)}`,
    scenarioId: null,
    source: loaded.file.replace(/lesson\.mdx$/, 'quiz.yaml'),
    shown: shownOfQuestion(toQuestion(item)),
  };
}

async function ofClaim({ lessonId, claimId }: About<'claim'>): Promise<Picked | null> {
  const course = await getCourse();
  const loaded = selectOptionalLesson(course, lessonId);
  const claim = selectOptionalClaim(course, claimId);
  if (!loaded || !claim) return null;
  return {
    place: `Claim ${claimId}, ${placeIn(loaded)}`,
    scenarioId: null,
    source: 'library/claims.yaml',
    shown: [claim.claim, claim.verdict, claim.why, claim.flipsWhen, claim.misconception],
  };
}

async function ofListing({ lessonId, listingId: wanted }: About<'listing'>): Promise<Picked | null> {
  const loaded = selectOptionalLesson(await getCourse(), lessonId);
  const code = loaded && listListings(loaded.mdx).find((listing) => listingId(listing) === wanted);
  if (!loaded || code === null || code === undefined) return null;
  return { place: `Listing, ${placeIn(loaded)}`, scenarioId: null, source: loaded.file, shown: [code] };
}

/** Through the result page's own picking, so that a report opens nothing and only about one's own work. */
async function ofCriterion(actor: Actor, { submissionId, criterionId }: About<'criterion'>): Promise<Picked | null> {
  const view = await selectResult(actor, submissionId);
  const criterion = view?.grade?.criteria.find(({ id }) => id === criterionId);
  if (!view || !criterion) return null;
  const { title, points, max, feedback, evidence } = criterion;
  return {
    place: `Criterion ${criterionId} of ${view.scenarioId} “${view.scenarioTitle}”, draft ${view.number}`,
    scenarioId: view.scenarioId,
    source: `exercises/${view.scenarioId}/rubric.yaml`,
    shown: [`${title}: ${points} of ${max} points`, feedback, ...evidence.map(({ quote }) => `“${quote}”`)].filter(
      Boolean,
    ),
  };
}

function pick(actor: Actor, about: ReportAbout): Promise<Picked | null> {
  switch (about.kind) {
    case 'item':
      return ofItem(about);
    case 'claim':
      return ofClaim(about);
    case 'listing':
      return ofListing(about);
    case 'criterion':
      return ofCriterion(actor, about);
    default:
      return about satisfies never;
  }
}

/** What this reader has before them at a place; null where the course or their own work has no such thing. */
export async function reportContext(actor: Actor, about: ReportAbout): Promise<ReportContext | null> {
  const picked = await pick(actor, about);
  return picked && { about, ...picked, contentHash: contentHash(picked.shown) };
}

/** The id of the thing alone, as the table holds it beside its kind. */
export function aboutId(about: ReportAbout): string {
  switch (about.kind) {
    case 'item':
      return about.itemId;
    case 'claim':
      return about.claimId;
    case 'listing':
      return about.listingId;
    case 'criterion':
      return about.criterionId;
    default:
      return about satisfies never;
  }
}
