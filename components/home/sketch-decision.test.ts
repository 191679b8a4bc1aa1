import { describe, expect, test } from 'vitest';
import { collectorPressure, type Sketch, sketchAnswer, sketchFlips } from './sketch-decision';

const calm: Sketch = { budgetMs: 50, heapGb: 4, rustPeople: 1, weeks: 12 };

describe('the rule of the home figure, as its words state it', () => {
  test('a live heap of as many GB as the budget has ms decides, a quarter of that is to be measured', () => {
    expect(collectorPressure({ heapGb: 1, budgetMs: 1 })).toBe('decides');
    expect(collectorPressure({ heapGb: 16, budgetMs: 20 })).toBe('measure');
    expect(collectorPressure({ heapGb: 4, budgetMs: 20 })).toBe('none');
  });

  test('a small team with little Rust keeps Go while the tail does not decide', () => {
    expect(sketchAnswer(calm)).toBe('go');
  });

  test('a team that mostly ships Rust may choose either while the tail does not decide', () => {
    expect(sketchAnswer({ ...calm, rustPeople: 4 })).toBe('either');
  });

  test('where the tail decides, people and weeks choose between both, Rust and neither', () => {
    const hot: Sketch = { ...calm, heapGb: 64, budgetMs: 10 };
    expect(sketchAnswer({ ...hot, rustPeople: 2, weeks: 8 })).toBe('both');
    expect(sketchAnswer({ ...hot, rustPeople: 2, weeks: 4 })).toBe('keep');
    expect(sketchAnswer({ ...hot, rustPeople: 1, weeks: 12 })).toBe('keep');
    expect(sketchAnswer({ ...hot, rustPeople: 1, weeks: 26 })).toBe('both');
    expect(sketchAnswer({ ...hot, rustPeople: 4, weeks: 8 })).toBe('rust');
  });

  test('each flip is the nearest value of one input that changes the answer', () => {
    // 4 GB decides from 2 ms on (4/5 does not), 64 GB at 50 ms decides; both need 26 weeks with one person: keep.
    expect(sketchFlips(calm)).toEqual([
      { input: 'budgetMs', to: 2, answer: 'keep' },
      { input: 'heapGb', to: 64, answer: 'keep' },
      { input: 'rustPeople', to: 4, answer: 'either' },
    ]);
  });
});
