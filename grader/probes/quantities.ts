import type { Quantity } from '@/schemas/probe';
import { wordStems } from '../text/lemmas';
import type { ReadUnit } from '../text/read-text';
import { canonicalStem } from '../text/synonyms';

/** A figure that the brief makes derivable, ready to be looked for. */
export interface PreparedQuantity {
  readonly criteria: readonly string[];
  readonly value: number;
  readonly range: readonly [number, number];
  /** Keys of the words by which people name it. */
  readonly units: ReadonlySet<string>;
}

const near = (own: number, value: number, room: number) =>
  Math.abs(own - value) <= Math.max(room, 0.05) * Math.max(Math.abs(value), 1e-9);

export function prepareQuantity(quantity: Quantity): PreparedQuantity {
  const words = quantity.units.flatMap((unit) => unit.toLowerCase().split(/[^a-z]+/)).filter((word) => word.length > 0);
  return {
    criteria: quantity.criteria,
    value: quantity.value,
    range: quantity.range,
    units: new Set(wordStems(words).map(canonicalStem)),
  };
}

/** 1 where units of a text hold the figure itself, 0.7 an own figure of the same order beside its unit, else 0. */
export function findQuantity(quantity: PreparedQuantity, units: readonly ReadUnit[]): number {
  let found = 0;
  for (const unit of units) {
    const isNamed = unit.words.some((word) => quantity.units.has(word.key));
    for (const number of unit.numbers)
      for (const value of number.values) {
        const isSmall = Number.isInteger(quantity.value) && quantity.value <= 12;
        if (near(value, quantity.value, number.room) && (isNamed || !isSmall)) found = 1;
        else if (isNamed && value >= quantity.range[0] && value <= quantity.range[1]) found = Math.max(found, 0.7);
      }
  }
  return found;
}
