import { type Panel, type PanelFinding, type PanelReport, PanelReportSchema, type PanelReview } from '@/schemas/panel';
import type { LearnerCriterion, LearnerGrade, ResultView } from '@/schemas/result';
import { panelConditions } from './panel-conditions';
import { panelOutcome } from './panel-outcome';
import { voteOf } from './vote-of';

function toFinding({ id, title, level, judged, feedback, hint, evidence }: LearnerCriterion): PanelFinding {
  const quotes = evidence.map(({ quote }) => quote);
  return { id, title, level, ...(judged === undefined ? {} : { judged }), feedback, hint, quotes };
}

/**
 * The only way from a panel to what a learner may see: of each reviewer's openings the one for their vote. It takes
 * what the learner may see of the grade, so a withheld grade cannot pass. Criteria that the grade does not have, because
 * the rubric has changed since, have no voice; nor has a reviewer without any.
 */
export function toPanelReport(
  panel: Panel,
  grade: LearnerGrade,
  { components, isPassed }: Pick<ResultView, 'components' | 'isPassed'>,
): PanelReport {
  const reviews = panel.reviewers.flatMap(({ id, title, criteria, opening }): PanelReview[] => {
    const own = criteria.flatMap((wanted) => grade.criteria.find((criterion) => criterion.id === wanted) ?? []);
    if (own.length === 0) return [];
    const vote = voteOf(own);
    return [{ id, title, vote, opening: vote && opening[vote], findings: own.map(toFinding) }];
  });
  const conditions = panelConditions(reviews, grade, components);
  const votes = reviews.map(({ vote }) => vote);
  return PanelReportSchema.parse({
    outcome: panelOutcome({ votes, conditions: conditions.length, isPassed }),
    reviews,
    conditions,
  });
}
