import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes, sign } from 'node:crypto';

/** The keys by which a browser reads what is pushed to it, as it gave them. */
export interface BrowserKeys {
  p256dh: string;
  auth: string;
}

/** The server's own keys (VAPID). */
export interface ServerKeys {
  publicKey: string;
  privateKey: string;
  /** Whom a push service may write to. */
  subject: string;
}

/** Of one message: larger ones are not sent. */
const recordSize = 4_096;

/**
 * A message that only the browser can read (RFC 8291): the push service in between passes on what it cannot open.
 * @param drawn the key pair and the salt of this one message; drawn anew unless a test says which
 */
export function encrypted(
  text: string,
  browser: BrowserKeys,
  drawn = { salt: randomBytes(16), ecdh: newPair() },
): Buffer {
  const { salt, ecdh } = drawn;
  const theirs = Buffer.from(browser.p256dh, 'base64url');
  const ours = ecdh.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const shared = derived(ecdh.computeSecret(theirs), Buffer.from(browser.auth, 'base64url'), info, 32);
  const key = derived(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // The 2 says that it is the last record, and the only one (RFC 8188).
  const record = Buffer.concat([
    cipher.update(text),
    cipher.update(Buffer.from([2])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, record]);
}

/** Says to a push service who sends (RFC 8292), for half a day. */
export function vapidHeader(endpoint: string, { publicKey, privateKey, subject }: ServerKeys, now: Date): string {
  const point = Buffer.from(publicKey, 'base64url');
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
      d: privateKey,
    },
  });
  const expiresAt = Math.floor(now.getTime() / 1000) + 12 * 3_600;
  const said = [
    { typ: 'JWT', alg: 'ES256' },
    { aud: new URL(endpoint).origin, exp: expiresAt, sub: subject },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return `vapid t=${said}.${signature}, k=${publicKey}`;
}

function newPair(): ReturnType<typeof createECDH> {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  return ecdh;
}

const derived = (from: Buffer, salt: Buffer, info: Buffer, length: number): Buffer => Buffer.from(hkdfSync('sha256', from, salt, info, length)); // prettier-ignore
