import { expect, test } from 'vitest';
import type { Choice } from '@/schemas/scenario';
import { chooseArguments } from './choose-arguments';
import { publishSplit } from './publish-split';

const split = publishSplit({ rust: 3, go: 3, either: 0, 'neither-keep-existing': 0 });
const api = { id: 'api', name: 'The API', split };
const says = (choice: Choice, ...texts: string[]) => ({
  choices: { api: choice },
  sentences: texts.map((text, index) => ({ text, weight: 10 - index })),
});

test('two sides, one sentence a person before a second one', () =>
  expect(
    chooseArguments([api], [says('go', 'a', 'b', 'c'), says('go', 'd'), says('rust', 'e'), says('rust', 'f')]),
  ).toEqual({
    component: 'The API',
    sides: [
      { choice: 'go', sentences: ['a', 'd', 'b'] },
      { choice: 'rust', sentences: ['e', 'f'] },
    ],
  }));

test('nothing where only one person of a side agreed to be shown', () =>
  expect(chooseArguments([api], [says('go', 'a'), says('go', 'b'), says('rust', 'c')])).toBeNull());

test('nothing where somebody of a side has no sentence that may be shown', () =>
  expect(chooseArguments([api], [says('go', 'a'), says('go', 'b'), says('rust', 'c'), says('rust')])).toBeNull());

test('nothing below five people, however many agreed', () => {
  const few = { ...api, split: publishSplit({ rust: 2, go: 2, either: 0, 'neither-keep-existing': 0 }) };
  const people = [says('go', 'a'), says('go', 'b'), says('rust', 'c'), says('rust', 'd')];
  expect(chooseArguments([few], people)).toBeNull();
});
