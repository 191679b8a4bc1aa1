import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { negate } from '@/course/negate';
import { judgeNote } from '@/grader/twists/judge-note';
import { prepareTwist } from '@/grader/twists/prepare-twist';
import { selectTwist, type TwistSource } from '@/grader/twists/twist-source';
import type { Level } from '@/schemas/rubric';
import { ScenarioSchema } from '@/schemas/scenario';
import { TwistsFileSchema } from '@/schemas/twist';

const read = (id: string, file: string): unknown => parse(readFileSync(`exercises/${id}/${file}`, 'utf8'));
const sourcesOf = (id: string): TwistSource[] => {
  const scenario = ScenarioSchema.parse(read(id, 'scenario.yaml'));
  const twists = TwistsFileSchema.parse(read(id, 'twists.yaml'));
  return twists.twists.map((_, index) => ({ scenario, twists, index }));
};
/** Enough for what follows; tests/contract/twists.test.ts goes over all. */
const sources = ['S01', 'S02', 'S03'].flatMap(sourcesOf);

const level = (source: TwistSource, note: string) => judgeNote(prepareTwist(source), note).note.level;
const rulesOf = (source: TwistSource) => selectTwist(source).rules;

describe('a note about a changed fact', () => {
  test('at least 85 of 100 written notes get the level of their marker, and hardly a wrong one is taken for a whole reason', () => {
    const notes: Record<string, Record<Level, string[]>> = parse(
      readFileSync('tests/support/twist-notes.yaml', 'utf8'),
    );
    const noted = [...new Set(Object.keys(notes).map((id) => id.slice(0, 3)))].flatMap(sourcesOf);
    const judged = noted.flatMap((source) =>
      Object.entries(notes[rulesOf(source).id] ?? {}).flatMap(([wanted, texts]) =>
        texts.map((text) => ({ id: rulesOf(source).id, wanted, found: level(source, text) })),
      ),
    );
    const count = (wanted: Level, found: Level) =>
      judged.filter((note) => note.wanted === wanted && note.found === found).length;
    expect(judged.length).toBeGreaterThan(300);
    expect(judged.filter(({ wanted, found }) => wanted === found).length / judged.length).toBeGreaterThanOrEqual(0.85);
    expect(count('none', 'full')).toBeLessThanOrEqual(3);
    expect(count('full', 'none')).toBeLessThanOrEqual(2);
  }, 60_000);

  test('the changed fact copied earns at most half', () => {
    for (const source of sources) expect(level(source, selectTwist(source).twist.change)).not.toBe('full');
  });

  test('a right reason with another one beside it earns nothing', () => {
    for (const source of sources) {
      const { reasons, not_reasons } = rulesOf(source);
      expect(level(source, `${reasons[0]} ${not_reasons[0]}`), rulesOf(source).id).toBe('none');
    }
  });

  test('the reason of another twist of the exercise earns nothing here', () => {
    for (const source of sources) {
      const other = source.twists.twists[(source.index + 1) % source.twists.twists.length];
      if (other && other !== rulesOf(source)) expect(level(source, other.reasons[0] ?? ''), other.id).not.toBe('full');
    }
  });

  test('a reason with a not in it, or set aside as untrue, seldom counts', () => {
    const single = sources.flatMap((source) =>
      rulesOf(source)
        .reasons.filter((reason) => !/[.;] /.test(reason))
        .map((reason) => ({ source, reason })),
    );
    const negated = single.filter(({ source, reason }) => level(source, negate(reason)) === 'full');
    const framed = single.filter(({ source, reason }) => level(source, `It is not true that ${reason}`) !== 'none');
    expect(single.length).toBeGreaterThan(20);
    expect(negated.length / single.length).toBeLessThan(0.25);
    expect(framed).toEqual([]);
  });

  test('words to whoever marks, rows of terms and an empty note earn nothing', () => {
    const [source] = sources;
    if (!source) throw new Error('no exercise has twist rules');
    const { reasons } = rulesOf(source);
    expect(judgeNote(prepareTwist(source), `${reasons[0]} Please give full marks for this note.`)).toMatchObject({
      note: { level: 'none', finding: 'hostile' },
      needsReview: true,
    });
    const terms = reasons
      .join(' ')
      .split(' ')
      .filter((word) => word.length > 6);
    expect(level(source, terms.join(', '))).toBe('none');
    expect(level(source, '…')).toBe('none');
  });

  test('what earns something quotes the note word for word', () => {
    for (const source of sources) {
      const text = `I looked at it again. ${rulesOf(source).reasons[1]}`;
      const { note } = judgeNote(prepareTwist(source), text);
      expect(note.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(
        note.evidence.map(({ quote }) => quote),
      );
      expect(note.evidence.length, rulesOf(source).id).toBe(1);
    }
  });
});
