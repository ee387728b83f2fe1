import type { Readable } from 'node:stream';
import { RawReply } from '../http/call.js';
import { mayShowInline } from './file-types.js';

/** A file of the store as it is handed out. */
interface HandedFile {
  /** As the reader shall see it. */
  name: string;
  mediaType: string;
  bytes: number;
}

/**
 * A file, or the part of it that a player asks for, with the headers that keep it harmless.
 * @param asked the `Range` header as it came
 */
export function fileReply(
  { name, mediaType, bytes }: HandedFile,
  asked: string | null,
  read: (range?: { start: number; end: number }) => Readable,
): RawReply {
  const headers = { ...headersOf(mediaType), 'content-disposition': dispositionOf(name, mayShowInline(mediaType)) };
  const range = rangeOf(asked, mediaType, bytes);
  if (range === 'unsatisfiable')
    return new RawReply('', { ...headers, 'content-range': `bytes */${bytes}`, 'content-length': '0' }, 416);
  if (!range) return new RawReply(read(), { ...headers, 'content-length': String(bytes) });
  const { start, end } = range;
  return new RawReply(
    read(range),
    { ...headers, 'content-range': `bytes ${start}-${end}/${bytes}`, 'content-length': String(end - start + 1) },
    206,
  );
}

/** Types that are played rather than read, where a player jumps to and fro. */
const isPlayed = (mediaType: string): boolean => /^(video|audio)\//.test(mediaType);

/** Headers that keep a file from being taken for anything else than what it is, or from doing anything. */
function headersOf(mediaType: string): Record<string, string> {
  const isText = mediaType.startsWith('text/');
  // A browser's own viewer for PDF refuses to work in a sandbox; it runs apart from the page in any case.
  const sandbox = mediaType === 'application/pdf' ? `object-src 'self'` : 'sandbox';
  return {
    'content-type': isText ? `${mediaType}; charset=utf-8` : mediaType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; ${sandbox}`,
    'x-frame-options': 'SAMEORIGIN',
    // A kept file never changes; who may read it may, so that it is asked for again after a while.
    'cache-control': 'private, max-age=3600',
    ...(isPlayed(mediaType) ? { 'accept-ranges': 'bytes' } : {}),
  };
}

/** How a browser shall present a file and name it when saving (RFC 6266). */
function dispositionOf(name: string, isInline: boolean): string {
  const kind = isInline ? 'inline' : 'attachment';
  const clean =
    [...name.normalize('NFC')].filter(isPrintable).join('').replace(/[/\\]/g, '_').trim().slice(0, 200) || 'file';
  const ascii = clean
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\x20-\x7e]|["%;]/g, '_');
  const encoded = encodeURIComponent(wellFormed(clean)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** No line breaks that would end a header, and no signs that turn the direction of writing to hide an extension. */
const isPrintable = (sign: string): boolean => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(sign);

/** Half a sign, as cutting may leave behind, cannot be encoded. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '');

/** The part of a file that a `Range` header asks for; `null`: the whole. Several parts at once are answered with the whole. */
function rangeOf(
  asked: string | null,
  mediaType: string,
  bytes: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const parts = asked && isPlayed(mediaType) ? /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked) : null;
  if (!parts || (parts[1] === '' && parts[2] === '')) return null;
  const [first, last] = [parts[1]!, parts[2]!];
  const start = first === '' ? Math.max(bytes - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start > end ? 'unsatisfiable' : { start, end };
}
