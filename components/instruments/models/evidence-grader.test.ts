import { expect, test } from 'vitest';
import { grade, ownCase, PARTS } from './evidence-grader';
import { SLOGANS } from './evidence-slogans';

const [faster] = SLOGANS;
const finding = (id: string) => {
  const found = faster.findings.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('every finding is about choices that exist, and every part offers one for our own case', () => {
  for (const slogan of SLOGANS) {
    for (const part of PARTS) {
      const ids = slogan.choices[part].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(slogan.choices[part].filter(({ isOurs }) => isOurs)).toHaveLength(1);
      for (const { about } of slogan.findings) expect(ids).toContain(about[part]);
    }
  }
});

test('nothing can contradict a slogan: with every part open no finding bears on it', () => {
  for (const slogan of SLOGANS) {
    const result = grade(slogan, {});
    expect(result.open).toEqual(PARTS);
    expect(result.bearing).toBe(0);
    expect(result.judged.every(({ bearing }) => bearing === 'cannotTell')).toBe(true);
  }
});

test('one service, one post, two measures: the verdict turns with the measure', () => {
  const latency = grade(faster, finding('grab-p99').about);
  const cores = grade(faster, { ...finding('grab-p99').about, measure: 'cores' });
  expect(latency.judged.map(({ bearing }) => bearing)).toEqual(['against', 'elsewhere', 'elsewhere', 'elsewhere']);
  expect(cores.judged.map(({ bearing }) => bearing)).toEqual(['elsewhere', 'supports', 'elsewhere', 'elsewhere']);
});

test('a finding that differs names the parts, and an open part is named as what is lacking', () => {
  const [latency] = grade(faster, { measure: 'cores' }).judged;
  expect(latency).toMatchObject({ bearing: 'elsewhere', parts: ['measure'] });
  const [same] = grade(faster, { ...finding('grab-p99').about, version: undefined } as never).judged;
  expect(same).toMatchObject({ bearing: 'cannotTell', parts: ['version'] });
});

test('our own case is complete, wholly ours, and untested by any finding', () => {
  for (const slogan of SLOGANS) {
    const result = grade(slogan, ownCase(slogan));
    expect(result.open).toEqual([]);
    expect(result.foreign).toEqual([]);
    expect(result.bearing).toBe(0);
  }
});

/** Grab's latency shares workload and measure with our case, its cores only the workload, the compiler nothing. */
test('the distance to our case counts the parts that differ', () => {
  const distances = grade(faster, {}).judged.map(({ distance }) => distance);
  expect(distances).toEqual([5, 6, 7, 6]);
});
