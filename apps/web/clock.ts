/** The one place of the web app that asks what time it is; milliseconds since the epoch. */
export const now = (): number => Date.now();
