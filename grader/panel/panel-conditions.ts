import type { PanelCondition, PanelReview } from '@/schemas/panel';
import type { LearnerGrade } from '@/schemas/result';

type Board = Pick<LearnerGrade, 'choices' | 'boundary' | 'contradictions' | 'boundaryContradiction'>;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything to settle: criteria not met in full, picks that are not defensible, and where text and board disagree. */
export function panelConditions(
  reviews: readonly PanelReview[],
  board: Board,
  components: readonly Named[],
): PanelCondition[] {
  const nameOf = (id: string) => components.find((component) => component.id === id)?.name ?? id;
  const contradicted = new Set(board.contradictions.map(({ component }) => nameOf(component)));
  if (board.boundaryContradiction) contradicted.add('The boundary');
  return [
    ...reviews.flatMap(({ title: reviewer, findings }) =>
      findings
        .filter(({ level, judged }) => level !== 'full' && judged !== false)
        .map(({ title, hint }): PanelCondition => ({ type: 'criterion', reviewer, title, ask: hint })),
    ),
    ...Object.entries(board.choices)
      .filter(([, { verdict }]) => verdict !== 'defensible')
      .map(([id, { verdict }]): PanelCondition => ({ type: 'part', name: nameOf(id), verdict })),
    ...(board.boundary.verdict === 'defensible'
      ? []
      : [{ type: 'boundary', verdict: board.boundary.verdict } as const]),
    ...[...contradicted].map((name): PanelCondition => ({ type: 'contradiction', name })),
  ];
}
