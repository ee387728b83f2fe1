/** No longer than this does signing out wait for a browser or a server that says nothing. */
const patienceMs = 3_000;

/** Whoever signs out gets no more push messages on this device; where that fails, they are signed out all the same. */
export async function endPushHere(): Promise<void> {
  if (!localStorage.getItem('kohorte.push')) return;
  const ended = import('./push.js').then(({ turnPushOff }) => turnPushOff());
  await Promise.race([ended.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
