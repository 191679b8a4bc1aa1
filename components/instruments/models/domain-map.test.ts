import { describe, expect, test } from 'vitest';
import { guessesOf, REQUIREMENTS, rowsBy, scoreOf } from './domain-map';
import { DOMAINS } from './domains';

const names = { unit: 'unit', place: 'place', neighbours: 'neighbours', people: 'people', design: 'design' };
const rows = (key: 'domain' | 'requirement') => rowsBy(key, DOMAINS, names);

describe('eighteen systems in nine domains', () => {
  test('differ in language within every domain, so the domain can tell one of two at best', () => {
    for (const { name, asked, counter } of DOMAINS)
      expect({ name, same: asked.language === counter.language }).toEqual({ name, same: false });
    expect(guessesOf(rows('domain'))).toEqual({ hits: 9, all: 18 });
  });

  /** unit 2 of 2, place 2 of 2, neighbours 4 of 5, people 3 of 3, design 2 of 6. */
  test('are guessed right 13 times by requirement, and the design row tells nothing', () => {
    expect(rows('requirement').map(({ name, hits, all }) => [name, hits, all])).toEqual([
      ['unit', 2, 2],
      ['place', 2, 2],
      ['neighbours', 4, 5],
      ['people', 3, 3],
      ['design', 2, 6],
    ]);
    expect(guessesOf(rows('requirement'))).toEqual({ hits: 13, all: 18 });
  });

  test('have names, domains and reasons of their own', () => {
    const systems = DOMAINS.flatMap(({ asked, counter }) => [asked, counter]);
    expect(new Set(systems.map(({ name }) => name)).size).toBe(18);
    expect(new Set(DOMAINS.map(({ id }) => id)).size).toBe(9);
    expect(REQUIREMENTS.every((one) => systems.some(({ requirement }) => requirement === one))).toBe(true);
  });
});

test('a part of the domains gives a part of the map, without empty rows', () => {
  const first = DOMAINS.slice(0, 1);
  expect(rowsBy('requirement', first, names).map(({ name }) => name)).toEqual(['neighbours', 'people']);
  expect(guessesOf(rowsBy('domain', first, names))).toEqual({ hits: 1, all: 2 });
});

test('the score counts language and requirement apart, and only what was answered in full', () => {
  const score = scoreOf(DOMAINS, {
    database: { language: 'go', requirement: 'design' },
    proxy: { language: 'rust', requirement: 'neighbours' },
    queue: { language: 'go', requirement: null },
  });
  expect(score).toEqual({ judged: 2, languages: 1, requirements: 1 });
});
