import { toWrite } from '../placeholder';
import { schemaComment } from './skeleton';

/** Four items of one objective: what a lesson must have at least. They are valid, and every text is still to write. */
export function quizText(file: string, lesson: string, objective: string): string {
  const item = (number: number, type: string) => `  - id: ${lesson}-${number}
    type: ${type}
    stem: "${toWrite(`question ${number}, one thing, asked positively`)}"
    claims: []
    objectives: [${objective}]
    rationale: "${toWrite('the point of the item, and on what it rests')}"
`;
  const choice = `    options:
      - { id: right, text: "${toWrite('the right answer')}", rationale: "${toWrite('why it is right')}" }
      - { id: near, text: "${toWrite('what somebody near would say')}", rationale: "${toWrite('what is true instead')}" }
      - { id: far, text: "${toWrite('another plausible answer')}", rationale: "${toWrite('what is true here')}" }
    key: right
`;
  return `${schemaComment(file, 'quiz')}
lesson: ${lesson}
items:
${item(1, 'single-choice')}${choice}${item(2, 'single-choice')}${choice}${item(3, 'numeric')}    unit: ms
    key: 180
    tolerance: { relative: 0.05 }
${item(4, 'short-answer')}    points:
      - id: point
        text: "${toWrite('what a right answer says')}"
        phrasings: ["${toWrite('one wording that earns it')}"]
        rationale: "${toWrite('why that is the point')}"
    required: 1
    modelAnswer: "${toWrite('an answer that you would be glad of')}"
`;
}
