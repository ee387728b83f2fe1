import { api, ApiProblem } from '../api.js';

/**
 * Push messages on this device: `off` until somebody asks for them, on a browser that can and lets us. It is one
 * person's: who signs in after them gets none of theirs.
 */
export type PushState = 'unsupported' | 'not-installed' | 'blocked' | 'off' | 'on';

/** Where a device remembers whose messages it takes; `routes.tsx` and `end-push.ts` look for it first. */
const place = 'kohorte.push';

interface Kept {
  userId: string;
  subscriptionId: string;
}

function kept(): Kept | null {
  const text = localStorage.getItem(place);
  return text ? (JSON.parse(text) as Kept) : null;
}

const isSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** Only browsers on iPhones and iPads know the word; they take push for what lies on the home screen alone. */
const isAppleTab = (): boolean => (navigator as Navigator & { standalone?: boolean }).standalone === false;

export async function pushState(userId: string): Promise<PushState> {
  if (!isSupported()) return isAppleTab() ? 'not-installed' : 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  const isOn = kept()?.userId === userId && (await subscriptionHere()) !== null;
  return isOn && Notification.permission === 'granted' ? 'on' : 'off';
}

/**
 * Asks the browser, which asks the person. Only after they have pressed a button.
 * @throws {DOMException} where the browser cannot reach its push service
 */
export async function turnPushOn(userId: string, publicKey: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState(userId);
  await navigator.serviceWorker.register('/push-worker.js', { scope: '/' });
  const { pushManager } = await navigator.serviceWorker.ready;
  // One that was made for another key of the server, or for another person, is of no use.
  await (await pushManager.getSubscription())?.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(publicKey) });
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const { subscriptionId } = await api('POST /push-subscriptions', {
    body: { endpoint, p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' },
  });
  localStorage.setItem(place, JSON.stringify({ userId, subscriptionId } satisfies Kept));
  return 'on';
}

/** Ends it on the server and in the browser. */
export async function turnPushOff(): Promise<void> {
  const subscriptionId = kept()?.subscriptionId;
  try {
    if (subscriptionId) await api('DELETE /push-subscriptions/:subscriptionId', { params: { subscriptionId } });
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.code === 'not-found')) throw problem;
  }
  await forget();
}

/** Whatever was on its way to this device does not appear here any more. */
async function forget(): Promise<void> {
  localStorage.removeItem(place);
  await (await subscriptionHere())?.unsubscribe();
  await (await registrationHere())?.unregister();
}

let isListening = false;

/** Opens what somebody has pressed in a push message; what still comes for somebody else is ended. */
export function receivePush(userId: string, open: (path: string) => void): void {
  const whose = kept()?.userId;
  if (!isSupported() || !whose) return;
  if (whose !== userId) return void forget();
  if (isListening) return;
  isListening = true;
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<Opened>) => {
    if (data.kind !== 'push-opened') return;
    ports[0]?.postMessage('opened');
    open(data.path);
  });
  navigator.serviceWorker.startMessages();
}

/** What `push-worker.js` says. */
interface Opened {
  kind: 'push-opened';
  path: string;
}

const registrationHere = (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker.getRegistration('/');

async function subscriptionHere(): Promise<PushSubscription | null> {
  return (await (await registrationHere())?.pushManager.getSubscription()) ?? null;
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}
