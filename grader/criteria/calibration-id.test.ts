import { expect, test } from 'vitest';
import { SHIPPED_PROBE_MODEL } from '../probes/probe-model';
import { calibrationId } from './calibration-id';
import { SHIPPED_MODEL } from './criterion-model';

test('the same weights have the same id, wherever they came from', () => {
  const copy: unknown = JSON.parse(JSON.stringify(SHIPPED_MODEL));
  expect(calibrationId(SHIPPED_MODEL)).toMatch(/^[0-9a-f]{16}$/);
  expect(calibrationId({ ...SHIPPED_MODEL, ...Object(copy) })).toBe(calibrationId(SHIPPED_MODEL));
});

test('one changed weight changes the id', () => {
  const { pair } = SHIPPED_PROBE_MODEL;
  const [mean = 0, ...means] = SHIPPED_MODEL.means;
  const ids = [
    calibrationId(SHIPPED_MODEL),
    calibrationId({ ...SHIPPED_MODEL, means: [mean + 1e-6, ...means] }),
    calibrationId(SHIPPED_MODEL, { ...SHIPPED_PROBE_MODEL, pair: { ...pair, bias: pair.bias + 1e-6 } }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
