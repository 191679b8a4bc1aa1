/**
 * Runs in the head, before anything is checked by a schema: zod would otherwise try whether it may make functions out of
 * text, which our policy forbids, and every page with a form would report that it was stopped.
 */
export const NO_EVAL_SCRIPT = 'Object.assign(globalThis.__zod_globalConfig??={},{jitless:true})';
