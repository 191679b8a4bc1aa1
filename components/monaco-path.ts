/** Address of the folder that holds the bundled editor; next.config.mjs bakes it in. See scripts/build-monaco.mjs. */
export const MONACO_PATH = process.env.MONACO_PATH ?? '';
