import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { toPanelReport } from '@/grader/panel/to-panel-report';
import type { PanelReport } from '@/schemas/panel';
import type { ResultView } from '@/schemas/result';

/** A shown grade as a review panel would speak of it; null without a panel, and while no grade may be shown. */
export async function selectPanel(view: ResultView): Promise<PanelReport | null> {
  const panel = selectOptionalExercise(await getCourse(), view.scenarioId)?.panel;
  return panel && view.grade ? toPanelReport(panel, view.grade, view) : null;
}
