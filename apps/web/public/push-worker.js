// Shows what the server pushes (`PushPayload` of the contracts) and leads to it. There is one only where somebody has
// asked for push messages on this device. It keeps nothing and answers no requests: the app itself stays without it.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const { title, text, path, tag } = event.data?.json() ?? {};
  // Browsers take the permission away from whoever shows nothing.
  event.waitUntil(
    self.registration.showNotification(title || 'Kohorte', {
      body: text || '',
      tag: tag || 'kohorte',
      icon: '/icon-192.png',
      data: { path: path || '/notifications' },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path));
});

/** In a window of Kohorte that is there already, or else in a new one; never elsewhere than at Kohorte. */
async function open(path) {
  const address = new URL(path || '/notifications', self.location.origin);
  if (address.origin !== self.location.origin) return;
  const [seenLast] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (seenLast && (await goesThere(seenLast, `${address.pathname}${address.search}${address.hash}`))) {
    await seenLast.focus();
  } else {
    await self.clients.openWindow(address);
  }
}

/**
 * The app in that window goes there itself, as by any link, so that nothing typed is lost. A window that does not
 * answer, where nobody is signed in for instance, stays as it is.
 */
function goesThere(client, path) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), 500);
    client.postMessage({ kind: 'push-opened', path }, [port2]);
  });
}

// A browser that changes its address says so here, and nowhere else.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(subscribeAgain(event.oldSubscription?.options));
});

async function subscribeAgain(options) {
  const subscription = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: options?.applicationServerKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  await fetch('/api/push-subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  });
}
