import { describe, expect, test } from 'vitest';
import { readEnv } from '../env';

const judgeOf = (source: Record<string, string>) => readEnv(source).judge;

describe('the settings of the judge', () => {
  test('are off by default, and stay off when only their details are given', () => {
    expect(judgeOf({})).toBeNull();
    expect(judgeOf({ JUDGE_KEY: 'abc', JUDGE_MODEL: 'm', JUDGE_URL: 'https://models.example.org/v1' })).toBeNull();
  });

  test('need no more than kind and model for a local Ollama', () => {
    const judge = judgeOf({ JUDGE: 'ollama', JUDGE_MODEL: 'qwen3:8b' });
    expect(judge).toMatchObject({ kind: 'ollama', name: 'Ollama', model: 'qwen3:8b', timeoutMs: 90_000, perDay: 200 });
    expect(judge?.url.href).toBe('http://localhost:11434/v1');
  });

  test('take a name, a limit and prices', () => {
    const source = {
      JUDGE: 'anthropic',
      JUDGE_MODEL: 'm',
      JUDGE_KEY: 'k',
      JUDGE_NAME: 'Our cloud',
      JUDGE_PRICES: '3/0.5',
    };
    expect(judgeOf({ ...source, JUDGE_PER_DAY: '20', JUDGE_TIMEOUT_S: '30' })).toMatchObject({
      name: 'Our cloud',
      perDay: 20,
      timeoutMs: 30_000,
      prices: { input: 3, output: 0.5 },
    });
  });

  test('are called by their host where nobody gives them a name', () => {
    const source = { JUDGE: 'openai-compatible', JUDGE_MODEL: 'm', JUDGE_URL: 'https://models.example.org/v1' };
    expect(judgeOf(source)?.name).toBe('models.example.org');
  });

  test.each([
    [{ JUDGE: 'anthropic', JUDGE_MODEL: 'm' }, /JUDGE_KEY is missing: JUDGE=anthropic needs it/],
    [{ JUDGE: 'openai-compatible', JUDGE_MODEL: 'm' }, /JUDGE_URL is missing/],
    [{ JUDGE: 'ollama' }, /JUDGE_MODEL is missing/],
    [{ JUDGE: 'crystal-ball' }, /JUDGE is "crystal-ball": expected openai-compatible, anthropic or ollama/],
    [{ JUDGE_PRICES: '3' }, /JUDGE_PRICES is "3": expected input\/output/],
    [{ JUDGE_TIMEOUT_S: '0' }, /JUDGE_TIMEOUT_S/],
  ])('%o is refused with a sentence', (source, sentence) => {
    expect(() => readEnv(source)).toThrow(sentence);
  });

  test.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:8000/v1',
    'http://[::1]:8000/v1',
    'http://192.168.1.20/v1',
    'http://10.0.0.5/v1',
    'http://ollama:11434/v1',
    'http://models.lan/v1',
    'https://models.example.org/v1',
  ])('%s may carry a text', (url) => {
    expect(judgeOf({ JUDGE: 'openai-compatible', JUDGE_MODEL: 'm', JUDGE_URL: url })?.url.href).toBe(url);
  });

  test.each([
    'http://models.example.org/v1',
    'http://8.8.8.8/v1',
    'http://10.0.0.5.example.org/v1',
    'http://[2001:db8::1]/v1',
    'ftp://localhost/v1',
    'not an address',
  ])('%s may not', (url) => {
    expect(() => judgeOf({ JUDGE: 'openai-compatible', JUDGE_MODEL: 'm', JUDGE_URL: url })).toThrow('JUDGE_URL');
  });

  test('never show a key, nor an address that may hold one', () => {
    const secret = 'sk-very-secret';
    const refusal = (source: Record<string, string>) => {
      try {
        readEnv({ JUDGE: 'openai-compatible', JUDGE_MODEL: 'm', ...source });
        return 'nothing was refused';
      } catch (error) {
        return String(error);
      }
    };
    const long = refusal({ JUDGE_KEY: secret.repeat(100), JUDGE_URL: 'https://models.example.org/v1' });
    const inAddress = refusal({ JUDGE_URL: `https://ada:${secret}@models.example.org/v1` });
    expect([long, inAddress].join()).toMatch(/JUDGE_KEY.*JUDGE_URL/s);
    expect([long, inAddress].join()).not.toContain(secret);
  });
});
