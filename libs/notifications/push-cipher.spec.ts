import { createECDH, createPublicKey, verify } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { encrypted, vapidHeader } from './push-cipher.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

it('encrypts as RFC 8291 does in its example', () => {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'));
  const body = encrypted(
    'When I grow up, I want to be a watermelon',
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    { salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'), ecdh },
  );
  expect(body.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

it('says who sends, signed by the key that it names', () => {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys().toString('base64url');
  const privateKey = pair.getPrivateKey().toString('base64url').padStart(43, 'A');
  const header = vapidHeader(
    'https://push.test/a/b',
    { publicKey, privateKey, subject: 'mailto:it@test' },
    new Date(0),
  );
  const [, head, claims, signature, key] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header)!;
  expect(JSON.parse(bytes(claims!).toString())).toEqual({
    aud: 'https://push.test',
    exp: 43_200,
    sub: 'mailto:it@test',
  });
  expect(key).toBe(publicKey);
  const point = bytes(publicKey);
  const verified = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    {
      dsaEncoding: 'ieee-p1363',
      key: createPublicKey({
        format: 'jwk',
        key: {
          kty: 'EC',
          crv: 'P-256',
          x: point.subarray(1, 33).toString('base64url'),
          y: point.subarray(33).toString('base64url'),
        },
      }),
    },
    bytes(signature!),
  );
  expect(verified).toBe(true);
});
