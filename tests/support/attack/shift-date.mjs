/** Loaded before anything else in a process whose clock is to be wrong by SHIFT_DAYS. */
const shift = Number(process.env.SHIFT_DAYS ?? 0) * 86_400_000;
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }

  // Next copies the class with its own properties only.
  static parse = Real.parse;
  static UTC = Real.UTC;

  static now() {
    return Real.now() + shift;
  }
};
