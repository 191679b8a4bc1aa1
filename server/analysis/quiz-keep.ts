import 'server-only';
import type { ItemAnalysis } from '@/schemas/item-analysis';

/** The figures of one quiz and of its items. */
export interface CountedQuiz {
  readonly items: ItemAnalysis['items'];
  readonly quiz: ItemAnalysis['quizzes'][number];
}

/** So many quizzes of all scopes together; the one that was asked for longest ago goes first. */
const MOST = 1_000;

/**
 * What was counted of each quiz, with a sign of the attempts it was counted from: their number above all. As long as
 * the sign is the same, so are the figures.
 */
export class QuizKeep {
  readonly #kept = new Map<string, { readonly sign: string; readonly value: CountedQuiz }>();

  async get(key: string, sign: string, count: () => Promise<CountedQuiz>): Promise<CountedQuiz> {
    const before = this.#kept.get(key);
    const value = before?.sign === sign ? before.value : await count();
    this.#kept.delete(key);
    this.#kept.set(key, { sign, value });
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value ?? '');
    return value;
  }
}
