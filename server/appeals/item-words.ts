import 'server-only';
import type { Item, Response } from '@/schemas/item';
import { toQuestion } from '@/schemas/question';

interface Option {
  readonly id: string;
  readonly text: string;
}

/** What of an item can be pointed at by its id: options, or the entries to order or to place. */
export function optionsOf(item: Item): readonly Option[] {
  const question = toQuestion(item);
  if ('options' in question) return question.options;
  return 'entries' in question ? question.entries : [];
}

const namesOf = (item: Item, ids: readonly string[], options = optionsOf(item)) =>
  ids.map((id) => options.find((option) => option.id === id)?.text ?? id);

function sayPlaced(item: Item, placed: Readonly<Record<string, string>>): string {
  const categories = 'categories' in item ? item.categories : [];
  return Object.entries(placed)
    .map(([entry, category]) => `${namesOf(item, [entry])[0]}: ${namesOf(item, [category], categories)[0]}`)
    .join('; ');
}

/** A learner’s answer in words. */
export function sayResponse(item: Item, response: Response): string {
  switch (response.type) {
    case 'single-choice':
      return namesOf(item, [response.chosen]).join();
    case 'multiple-choice':
      return namesOf(item, response.chosen).join('; ') || 'none of them';
    case 'ordering':
      return namesOf(item, response.order).join(', then ');
    case 'matching':
      return sayPlaced(item, response.placed);
    case 'numeric':
      return String(response.value);
    case 'short-answer':
      return response.text;
    case 'spot-the-defect':
      return `line ${response.lines.join(', ')}`;
    default:
      return response satisfies never;
  }
}

/** What counts as right, in words: for those who rule, never for a learner who has not answered. */
export function sayKey(item: Item): string {
  switch (item.type) {
    case 'single-choice':
      return namesOf(item, [item.key].flat()).join();
    case 'multiple-choice':
      return namesOf(item, item.key).join('; ');
    case 'ordering':
      return namesOf(item, item.key).join(', then ');
    case 'matching':
      return sayPlaced(item, item.key);
    case 'numeric':
      return `${item.key} ${item.unit}`.trim();
    case 'short-answer':
      return item.points.map(({ text }) => text).join('; ');
    case 'spot-the-defect':
      return item.defects.map(({ lines }) => `line ${lines.join(', ')}`).join('; ');
    default:
      return item satisfies never;
  }
}
