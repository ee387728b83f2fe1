import { describe, expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { docx, holds, jpeg, odt, partsOf, pdf, png, pptx, xlsx, zipOf } from './made-documents.js';
import { walkArchive } from './archives.js';
import { ofBuffer } from './bytes.js';
import { cleanContent } from './content.js';
import { cleanXml } from './xml.js';
import { usualBudget } from './zip-table.js';

const author = 'Ada Lovelace';

async function cleanedZip(bytes: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await walkArchive(ofBuffer(bytes), usualBudget(), async (chunk) => void chunks.push(chunk));
  return Buffer.concat(chunks);
}

describe('names in documents', () => {
  test.each([
    ['Word', docx, 'Sehr geehrte Frau Kern'],
    ['PowerPoint', pptx, 'Unser Plan'],
    ['Excel', xlsx, 'Umsatz'],
    ['LibreOffice', odt, 'Sehr geehrte Frau Kern'],
  ])('are removed from %s, and nothing else', async (_name, make, text) => {
    const before = await make(author);
    expect(await holds(before, author)).toBe(true);
    const after = await cleanedZip(before);
    expect(await holds(after, author)).toBe(false);
    expect(await holds(after, text)).toBe(true);
    const parts = await partsOf(after);
    const lost = [...(await partsOf(before)).keys()].filter((path) => !parts.has(path));
    expect(lost).toEqual(make === odt ? ['META-INF/documentsignatures.xml'] : []);
    expect([...parts.keys()][0]).toBe(make === odt ? 'mimetype' : '[Content_Types].xml');
  });

  test('are removed from what lies in a document, and what lies in that', async () => {
    const inner = await docx(author, 'Innen', { 'word/media/image1.jpeg': jpeg(author) });
    const outer = await zipOf({ 'Abgabe/Brief.docx': inner, 'Abgabe/notizen.txt': 'ohne Namen' });
    const after = await cleanedZip(outer);
    expect(await holds(after, author)).toBe(false);
    expect(await holds(after, 'Innen')).toBe(true);
    expect((await partsOf(after)).get('Abgabe/notizen.txt')!.toString()).toBe('ohne Namen');
  });

  test('stay where somebody has written them as content', async () => {
    const after = await cleanedZip(await docx(author, 'Es grüßt author="Grace Hopper", die Creator'));
    expect((await partsOf(after)).get('word/document.xml')!.toString()).toContain(
      'Es grüßt author="Grace Hopper", die Creator',
    );
  });

  test('are removed from a PDF, also from its earlier states; it can still be read', async () => {
    const before = await pdf(author);
    expect(await holds(before, author)).toBe(true);
    const after = await cleanContent(before, 'brief.pdf');
    expect(await holds(after, author)).toBe(false);
    expect(await holds(after, 'Ada')).toBe(false);
    const document = await PDFDocument.load(after, { updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    expect(document.getAuthor()).toBeUndefined();
    expect(await holds(after, 'Gut so?')).toBe(true);
  });

  test('are removed from images, which keep which way is up', async () => {
    const after = await cleanContent(jpeg(author, 6), 'bild.jpg');
    expect(await holds(after, author)).toBe(false);
    expect(after.toString('latin1')).toContain('Exif');
    expect(after.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    // Cleaned again it stays as it is.
    expect(await cleanContent(after, 'bild.jpg')).toEqual(after);
    const picture = await cleanContent(png(author), 'bild.png');
    expect(await holds(picture, author)).toBe(false);
    expect(picture.toString('latin1')).toContain('IDAT');
  });

  test('are removed from Rich Text, SVG and wide XML', async () => {
    const rtf = String.raw`{\rtf1{\info{\author ${author}}{\operator ${author}}}{\*\revtbl{Unknown;}{${author};}}\pard Hallo {\b fett}\par}`;
    expect((await cleanContent(Buffer.from(rtf), 'a.rtf')).toString()).toBe(
      String.raw`{\rtf1\pard Hallo {\b fett}\par}`,
    );
    const svg = `<?xml version="1.0"?><!-- von ${author} --><svg inkscape:export-filename="/home/${author}/a.png"><metadata><dc:creator>${author}</dc:creator></metadata><text>Hallo</text></svg>`;
    const image = await cleanContent(Buffer.from(svg), 'a.svg');
    expect(await holds(image, author)).toBe(false);
    expect(image.toString()).toContain('<text>Hallo</text>');
    const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><a><dc:creator>${author}</dc:creator>ö</a>`, 'utf16le'); // prettier-ignore
    expect(cleanXml(wide, 'core.xml').toString()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a><dc:creator></dc:creator>ö</a>',
    );
  });

  test.each([
    ['old office formats and encrypted ones', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a PDF that is cut off', Buffer.from('%PDF-1.7\n1 0 obj\n<</Type')],
    ['archives that cannot be looked into', Buffer.from('Rar!\x1a\x07\x01\0')],
    ['XML with entities', Buffer.from('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')],
    ['a JPEG that is cut off', Buffer.from('ffd8ffe1', 'hex')],
  ])('cannot be removed from %s, and that is said', async (_name, bytes) => {
    await expect(cleanContent(bytes, 'file')).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('what has no names stays byte by byte', async () => {
    for (const text of ['<a b="c">d</a>', '<?xml version="1.0"?>\n<w:p w:rsid="0"><![CDATA[ author="x" ]]></w:p>'])
      expect(cleanXml(Buffer.from(text), 'word/document.xml').toString()).toBe(text);
    const plain = await zipOf({ 'a.xml': '<a/>', 'b.bin': Buffer.from([1, 2, 3]) });
    expect(await partsOf(await cleanedZip(plain))).toEqual(await partsOf(plain));
  });

  test('whatever the bytes are, it ends with a file or a reason', async () => {
    const heads = [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'RIFF\0\0\0\0WEBP',
      'GIF89a',
      '{\\rtf',
      '%PDF-1.4\n',
      '<a ',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), async (head, tail) => {
        const bytes = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
        const result = await cleanContent(bytes, 'file').catch((error: Error) => error);
        if (result instanceof Error) expect(['Unreadable', 'RangeError']).toContain(result.name);
        else expect(result.length).toBeLessThanOrEqual(bytes.length + 2_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe('archives', () => {
  const walk = (bytes: Buffer): Promise<void> => walkArchive(ofBuffer(bytes), usualBudget());

  test('that unpack to too much are refused', async () => {
    const zeros = Buffer.alloc(30 * 1024 ** 2);
    await expect(walk(await zipOf({ 'a.txt': zeros }))).rejects.toMatchObject({ code: 'file-unpacks-too-large' });
    const inner = await zipOf({ 'b.txt': zeros });
    await expect(walk(await zipOf({ 'a.zip': inner }))).rejects.toMatchObject({ code: 'file-unpacks-too-large' });
  });

  test('in archives in archives in archives are refused', async () => {
    let bytes = await zipOf({ 'a.txt': 'x' });
    for (let depth = 1; depth < 3; depth += 1) bytes = await zipOf({ 'a.zip': bytes });
    await walk(bytes);
    await expect(walk(await zipOf({ 'a.zip': bytes }))).rejects.toMatchObject({ code: 'file-unpacks-too-large' });
  });

  test('with too many entries, damaged or encrypted ones are refused', async () => {
    const many = Buffer.from(await zipOf({ 'a.txt': 'abc' }));
    many.writeUInt16LE(10_001, many.length - 12);
    await expect(walk(many)).rejects.toMatchObject({ code: 'file-unpacks-too-large' });
    const good = await zipOf({ 'a.txt': 'abc' });
    await expect(walk(good.subarray(0, -30))).rejects.toMatchObject({ code: 'file-unreadable' });
    const encrypted = Buffer.from(good);
    const row = encrypted.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    encrypted.writeUInt16LE(encrypted.readUInt16LE(row + 8) | 1, row + 8);
    await expect(walk(encrypted)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('that lie about their sizes are found out', async () => {
    const bytes = await zipOf({ 'word/document.xml': `<a>${'x'.repeat(10_000)}</a>` });
    const row = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt32LE(10, row + 24);
    await expect(cleanedZip(bytes)).rejects.toMatchObject({ code: 'file-unpacks-too-large' });
  });
});
