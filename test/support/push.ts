import { createECDH } from 'node:crypto';

/** A pair as `web-push generate-vapid-keys` prints it. */
export function vapidKeys(): Record<string, string> {
  const curve = createECDH('prime256v1');
  const publicKey = curve.generateKeys().toString('base64url');
  return { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: curve.getPrivateKey('base64url') };
}
