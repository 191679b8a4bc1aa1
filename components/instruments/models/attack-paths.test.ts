import { expect, test } from 'vitest';
import { ATTACK_INCIDENTS, PATHS } from './attack-incidents';
import { assess, BUDGET, isStopped, NO_REVIEW, type ServiceInput } from './attack-paths';

const service: ServiceInput = { language: 'go', hasCInside: false, efforts: NO_REVIEW };
const basics: ServiceInput['efforts'] = { who: 'basic', input: 'basic', base: 'basic', news: 'basic', run: 'basic' };

test.each([
  ['c', true, 0],
  ['go', true, 0],
  ['rust', true, 1],
  ['go', false, 2],
  ['rust', false, 3],
] as const)('without review, %s with C inside (%s) stops %i of the incidents', (language, hasCInside, stopped) => {
  expect(assess({ ...service, language, hasCInside }).stopped).toBe(stopped);
});

test('the basics on every path fit the budget and stop nine in any language', () => {
  const result = assess({ language: 'c', hasCInside: true, efforts: basics });
  expect(result.hours).toBe(BUDGET);
  expect(result.stopped).toBe(9);
  expect(assess({ ...service, efforts: basics }).stopped).toBe(11);
  expect(assess({ ...service, language: 'rust', efforts: basics }).stopped).toBe(11);
});

test('from Go to Rust with the libraries unchanged, only the race in database/sql is gained', () => {
  const ids = (language: 'go' | 'rust') =>
    assess({ ...service, language })
      .verdicts.filter(isStopped)
      .map(({ incident }) => incident.id);
  expect(ids('rust').filter((id) => !ids('go').includes(id))).toEqual(['rows']);
});

test('thorough work includes the basics', () => {
  for (const { id } of PATHS) {
    const basic = assess({ ...service, efforts: { ...NO_REVIEW, [id]: 'basic' } }).stopped;
    const thorough = assess({ ...service, efforts: { ...NO_REVIEW, [id]: 'thorough' } }).stopped;
    expect(thorough).toBeGreaterThanOrEqual(basic);
  }
});

test('every incident can be stopped by something, and ids are unique', () => {
  expect(new Set(ATTACK_INCIDENTS.map(({ id }) => id)).size).toBe(ATTACK_INCIDENTS.length);
  for (const { measures } of ATTACK_INCIDENTS) expect(measures.length).toBeGreaterThan(0);
});
