import 'server-only';
import { randomBytes } from 'node:crypto';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, type LanguageModel, NoObjectGeneratedError, Output, RetryError } from 'ai';
import { z } from 'zod';
import type { ClaimedLevel } from '@/grader/merge-opinion';
import type { OpinionGap } from '@/schemas/opinion';
import { LevelSchema } from '@/schemas/rubric';
import { guardedFetch } from './guarded-fetch';
import type { JudgeSettings } from './judge-settings';
import { type JudgeQuestion, writePrompt } from './prompt';

export interface TokenUse {
  readonly input: number | null;
  readonly output: number | null;
}

export type JudgeAnswer =
  | { readonly ok: true; readonly claims: readonly ClaimedLevel[]; readonly tokens: TokenUse }
  | { readonly ok: false; readonly gap: OpinionGap; readonly tokens: TokenUse; readonly httpStatus: number | null };

/** Whoever can be asked for a second opinion. An answer always comes, in the time that the settings allow. */
export interface Judge {
  ask(question: JudgeQuestion): Promise<JudgeAnswer>;
}

/** Six to eight criteria with three quotes each fit twice over. */
const MOST_OUTPUT_TOKENS = 4_000;
const MOST_TOKENS = 10_000_000;

// Loose on purpose: a judge that adds a remark is still understood, and the remark is left behind here.
const ReplySchema = z.object({
  criteria: z.array(z.object({ id: z.string(), level: LevelSchema, quotes: z.array(z.string()) })),
});

// The SDK's warnings go to the console as prose; the log of this server is one JSON object a line.
globalThis.AI_SDK_LOG_WARNINGS = false;

function openModel({ kind, url, key, model, format }: JudgeSettings): Exclude<LanguageModel, string> {
  const baseURL = url.href.replace(/\/+$/, '');
  if (kind === 'anthropic') return createAnthropic({ baseURL, apiKey: key ?? '', fetch: guardedFetch })(model);
  return createOpenAICompatible({
    name: kind,
    baseURL,
    ...(key === undefined ? {} : { apiKey: key }),
    supportsStructuredOutputs: format === 'schema',
    fetch: guardedFetch,
    // The newer models of OpenAI itself refuse the name that everybody else took over from it.
    transformRequestBody: ({ max_tokens, ...body }) =>
      url.hostname === 'api.openai.com' ? { ...body, max_completion_tokens: max_tokens } : { ...body, max_tokens },
  })(model);
}

/** The first JSON object in a text: models that were not held to a schema like to wrap it. */
function readReply(text: string): readonly ClaimedLevel[] | null {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (start < 0 || end < start) return null;
  try {
    const parsed = ReplySchema.safeParse(JSON.parse(text.slice(start, end + 1)));
    return parsed.success ? parsed.data.criteria : null;
  } catch {
    return null; // not JSON: the caller says that the answer was unreadable
  }
}

/** A provider's own count, unless it is nonsense. */
function countOf(tokens: number | undefined): number | null {
  return tokens !== undefined && Number.isInteger(tokens) && tokens >= 0 && tokens <= MOST_TOKENS ? tokens : null;
}

const NO_TOKENS: TokenUse = { input: null, output: null };

function readFailure(thrown: unknown, signal: AbortSignal): JudgeAnswer {
  const error = RetryError.isInstance(thrown) ? thrown.lastError : thrown;
  if (NoObjectGeneratedError.isInstance(error)) {
    const tokens = { input: countOf(error.usage?.inputTokens), output: countOf(error.usage?.outputTokens) };
    const claims = readReply(error.text ?? '');
    return claims ? { ok: true, claims, tokens } : { ok: false, gap: 'unreadable', tokens, httpStatus: null };
  }
  if (signal.aborted) return { ok: false, gap: 'timeout', tokens: NO_TOKENS, httpStatus: null };
  const httpStatus = APICallError.isInstance(error) ? (error.statusCode ?? null) : null;
  // 200 and yet an error: the envelope around the answer could not be read.
  const isUnreadable = httpStatus !== null && httpStatus < 300;
  const isRefused = httpStatus !== null && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 429;
  const gap = isUnreadable ? 'unreadable' : isRefused ? 'refused' : 'outage';
  return { ok: false, gap, tokens: NO_TOKENS, httpStatus };
}

/** A judge over the network. One retry of the SDK's on overload or a broken connection, all within the time limit. */
export function openJudge(settings: JudgeSettings): Judge {
  const model = openModel(settings);
  return {
    async ask(question) {
      const { system, user } = writePrompt(question, randomBytes(16).toString('hex'));
      const signal = AbortSignal.timeout(settings.timeoutMs);
      try {
        const { text, usage } = await generateText({
          model,
          system,
          prompt: user,
          maxOutputTokens: MOST_OUTPUT_TOKENS,
          maxRetries: 1,
          abortSignal: signal,
          ...(settings.format === 'schema' ? { output: Output.object({ schema: ReplySchema }) } : {}),
        });
        const tokens = { input: countOf(usage.inputTokens), output: countOf(usage.outputTokens) };
        const claims = readReply(text);
        return claims ? { ok: true, claims, tokens } : { ok: false, gap: 'unreadable', tokens, httpStatus: null };
      } catch (error) {
        return readFailure(error, signal);
      }
    },
  };
}
