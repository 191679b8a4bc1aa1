import { type Item, ItemSchema } from '@/schemas/item';

/** One item of each type. Everything that a learner must not see before answering starts with SECRET. */
const base = (id: string) => ({
  id,
  stem: `What does ${id} ask?`,
  claims: ['A-III-2'],
  objectives: ['read-a-budget'],
  rationale: `SECRET rationale of ${id}`,
  sources: [{ title: `SECRET source of ${id}`, url: 'https://example.org/', checked: '2026-11-21' }],
});
const option = (id: string) => ({ id, text: `Text of ${id}`, rationale: `SECRET rationale of option ${id}` });

const plain: unknown[] = [
  { ...base('pick-one'), type: 'single-choice', options: ['a', 'b', 'c'].map(option), key: 'b' },
  { ...base('pick-some'), type: 'multiple-choice', options: ['a', 'b', 'c'].map(option), key: ['a', 'c'] },
  { ...base('put-in-order'), type: 'ordering', entries: ['a', 'b', 'c'].map(option), key: ['c', 'a', 'b'] },
  {
    ...base('match-up'),
    type: 'matching',
    entries: ['a', 'b'].map(option),
    categories: [
      { id: 'x', text: 'Category x' },
      { id: 'y', text: 'Category y' },
    ],
    key: { a: 'y', b: 'x' },
  },
  {
    ...base('estimate'),
    type: 'numeric',
    unit: 'ms',
    key: 7654321,
    tolerance: { relative: 0.1 },
    slips: [{ value: 1234567, rationale: 'SECRET slip' }],
  },
  {
    ...base('explain'),
    type: 'short-answer',
    points: [{ id: 'p', text: 'SECRET point', phrasings: ['SECRET phrasing'], rationale: 'SECRET reason' }],
    required: 1,
    modelAnswer: 'SECRET model answer',
  },
  {
    ...base('spot'),
    type: 'spot-the-defect',
    listing: { language: 'go', version: 'Go 1.26', code: 'func main() {\n\tgo work()\n}\n' },
    defects: [{ lines: [2], rationale: 'SECRET defect' }],
    decoys: [{ line: 1, rationale: 'SECRET decoy' }],
  },
];

export const EVERY_ITEM: readonly Item[] = plain.map((item) => ItemSchema.parse(item));
