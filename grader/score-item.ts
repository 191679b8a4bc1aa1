import type { Item, ItemScore, Response } from '@/schemas/item';
import { scoreMatching } from './items/score-matching';
import { scoreMultipleChoice } from './items/score-multiple-choice';
import { scoreNumeric } from './items/score-numeric';
import { scoreOrdering } from './items/score-ordering';
import { scoreShortAnswer } from './items/score-short-answer';
import { scoreSingleChoice } from './items/score-single-choice';
import { scoreSpotTheDefect } from './items/score-spot-the-defect';
import { unscorable } from './items/verdicts';

const wrongType = unscorable('wrong-type');

/**
 * Scores one response to one item. A response that does not fit its item is unscorable, which is not the same as
 * wrong. `share` gives partial credit by the formula stated with each item type; `isCorrect` means fully right.
 */
export function scoreItem(item: Item, response: Response): ItemScore {
  switch (item.type) {
    case 'single-choice':
      return response.type === item.type ? scoreSingleChoice(item, response) : wrongType;
    case 'multiple-choice':
      return response.type === item.type ? scoreMultipleChoice(item, response) : wrongType;
    case 'ordering':
      return response.type === item.type ? scoreOrdering(item, response) : wrongType;
    case 'matching':
      return response.type === item.type ? scoreMatching(item, response) : wrongType;
    case 'numeric':
      return response.type === item.type ? scoreNumeric(item, response) : wrongType;
    case 'short-answer':
      return response.type === item.type ? scoreShortAnswer(item, response) : wrongType;
    case 'spot-the-defect':
      return response.type === item.type ? scoreSpotTheDefect(item, response) : wrongType;
    default:
      return item satisfies never;
  }
}
