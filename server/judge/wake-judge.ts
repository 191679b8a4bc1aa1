import 'server-only';
import { logError } from '../log';
import { answerOpinion } from './answer-opinions';
import { claimOpinion, giveUpHopeless, nextLeaseEnd } from './claim-opinion';
import { judgeSettings } from './current-judge';

/** Questions under way at once in one process. A model on one's own machine answers no faster when asked more. */
const AT_ONCE = 2;

interface Round {
  running: Promise<void> | null;
  /** Somebody handed in while the round was running: look once more before it ends. */
  isWanted: boolean;
  timer: NodeJS.Timeout | null;
}
const slot = Symbol.for('defensible.judge-round');
const holder: typeof globalThis & { [slot]?: Round } = globalThis;

function round(): Round {
  holder[slot] ??= { running: null, isWanted: false, timer: null };
  return holder[slot];
}

async function askAll(): Promise<void> {
  await giveUpHopeless();
  const settings = judgeSettings();
  if (!settings) return;
  // Loaded only where a judge is configured: nobody else pays for the SDK.
  const { openJudge } = await import('./open-judge');
  const judge = openJudge(settings);
  const work = async () => {
    for (let claim = await claimOpinion(); claim; claim = await claimOpinion())
      await answerOpinion(settings, judge, claim);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** A process that was killed holds its claims until they run out; then somebody has to look again. */
async function comeBack(state: Round): Promise<void> {
  const end = await nextLeaseEnd();
  if (state.timer) clearTimeout(state.timer);
  state.timer = null;
  if (end === null) return;
  state.timer = setTimeout(() => void wakeJudge(), Math.max(1_000, end - Date.now() + 1_000));
  state.timer.unref();
}

async function run(state: Round): Promise<void> {
  try {
    do {
      state.isWanted = false;
      await askAll();
      await comeBack(state);
      // Nothing is awaited between this question and the end, so no call can fall in between.
    } while (state.isWanted);
  } catch (error) {
    logError('judge-round-failed', error);
  } finally {
    state.running = null;
  }
}

/**
 * Asks for all opinions that wait, beside whatever the server does. Fulfils when none waits any more, and never
 * rejects; nobody who hands in waits for it. Called after each hand-in that wants one, by the readiness check,
 * which `npm start` asks once, and when somebody looks at a result whose opinion is still out.
 */
export function wakeJudge(): Promise<void> {
  const state = round();
  state.isWanted = true;
  state.running ??= run(state);
  return state.running;
}
