import 'server-only';
import { z } from 'zod';

export type JudgeKind = 'openai-compatible' | 'anthropic' | 'ollama';

/** How to reach the model that gives second opinions. Made only out of settings; null means that there is none. */
export interface JudgeSettings {
  readonly kind: JudgeKind;
  readonly url: URL;
  readonly key: string | undefined;
  readonly model: string;
  /** What learners are told the provider is called. */
  readonly name: string;
  /** `schema` asks the provider to hold the reply to a JSON schema; `text` is for providers that cannot. */
  readonly format: 'schema' | 'text';
  readonly timeoutMs: number;
  readonly perDay: number;
  /** Per million tokens, in whatever currency the operator thinks in. */
  readonly prices: { readonly input: number; readonly output: number } | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** Names and addresses that stay in one's own network: there plain http may carry a text. */
function isNearby({ hostname }: URL): boolean {
  const isAddress = /^[\d.]+$/.test(hostname);
  if (LOOPBACK.test(hostname) || (isAddress && PRIVATE.test(hostname))) return true;
  return (
    !isAddress && !hostname.startsWith('[') && (!hostname.includes('.') || /\.(local|internal|lan)$/.test(hostname))
  );
}

const address = z
  .url({ protocol: /^https?$/, error: 'expected an address such as https://models.example.org/v1' })
  .transform((text) => new URL(text))
  .refine(({ username, password }) => username === '' && password === '', 'put the key into JUDGE_KEY instead')
  .refine(
    (url) => url.protocol === 'https:' || isNearby(url),
    'expected https, because the text of learners goes there; http is only for your own network',
  );

const prices = z
  .string()
  .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'expected input/output per million tokens, such as 3/15')
  .transform((text) => {
    const [input = 0, output = 0] = text.split('/').map(Number);
    return { input, output };
  });

/** The settings of the judge as they stand in the environment; server/env.ts reads them with all others. */
export const judgeShape = {
  JUDGE: z
    .enum(['openai-compatible', 'anthropic', 'ollama'], { error: 'expected openai-compatible, anthropic or ollama' })
    .optional(),
  JUDGE_MODEL: z.string().max(120).optional(),
  JUDGE_URL: address.optional(),
  JUDGE_KEY: z.string().max(1_000).optional(),
  JUDGE_NAME: z.string().max(60).optional(),
  JUDGE_FORMAT: z.enum(['schema', 'text'], { error: 'expected schema or text' }).default('schema'),
  JUDGE_TIMEOUT_S: z.coerce.number({ error: 'expected a number of seconds' }).int().min(1).max(600).default(90),
  JUDGE_PER_DAY: z.coerce.number({ error: 'expected a number of questions' }).int().min(0).max(1_000_000).default(200),
  JUDGE_PRICES: prices.optional(),
};
type Given = z.infer<z.ZodObject<typeof judgeShape>>;

/** What must not stand on a terminal when it is wrong. */
export const JUDGE_SECRETS: readonly string[] = ['JUDGE_KEY', 'JUDGE_URL'];

const DEFAULTS: Readonly<
  Record<JudgeKind, { readonly url?: string; readonly name?: string; readonly needsKey: boolean }>
> = {
  'openai-compatible': { needsKey: false },
  anthropic: { url: 'https://api.anthropic.com/v1', name: 'Anthropic', needsKey: true },
  ollama: { url: 'http://localhost:11434/v1', name: 'Ollama', needsKey: false },
};

/** Settings that a chosen judge cannot do without and that are not there. */
export function missingForJudge(given: Given): string[] {
  if (!given.JUDGE) return [];
  const { url, needsKey } = DEFAULTS[given.JUDGE];
  const needed = { JUDGE_MODEL: true, JUDGE_URL: url === undefined, JUDGE_KEY: needsKey } as const;
  return (['JUDGE_MODEL', 'JUDGE_URL', 'JUDGE_KEY'] as const).filter(
    (name) => needed[name] && given[name] === undefined,
  );
}

/** The judge that these settings describe, or null where none is chosen. */
export function toJudgeSettings(given: Given): JudgeSettings | null {
  const { JUDGE: kind, JUDGE_MODEL: model } = given;
  if (!kind || !model) return null;
  const url = given.JUDGE_URL ?? new URL(DEFAULTS[kind].url ?? '');
  return {
    kind,
    url,
    key: given.JUDGE_KEY,
    model,
    name: given.JUDGE_NAME ?? DEFAULTS[kind].name ?? url.hostname,
    format: given.JUDGE_FORMAT,
    timeoutMs: given.JUDGE_TIMEOUT_S * 1_000,
    perDay: given.JUDGE_PER_DAY,
    prices: given.JUDGE_PRICES ?? null,
  };
}
