import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { course, type ForgedEntry, forged, manifest, packed, problemOf, read, webContent } from './made-cartridges.js';

const good: ForgedEntry = {
  name: 'imsmanifest.xml',
  content: Buffer.from(
    manifest({
      items:
        '<item identifier="m"><title>M</title><item identifier="a" identifierref="r"><title>A</title></item></item>',
      resources: '<resource identifier="r" type="webcontent" href="notes.txt"><file href="notes.txt"/></resource>',
    }),
  ),
};
const notes: ForgedEntry = { name: 'notes.txt', content: Buffer.from('Notes') };
const unixType = (type: number): number => ((type | 0o644) << 16) >>> 0;

describe('a file that is no cartridge', () => {
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'file-not-a-zip'],
    ['a picture', Buffer.from('GIF89a and so on'), 'file-not-a-zip'],
    ['a bare manifest', Buffer.from(manifest()), 'file-not-a-zip'],
    ['an empty zip', forged([]), 'not-a-cartridge'],
    ['a zip of something else', forged([notes]), 'not-a-cartridge'],
    ['a zip of two cartridges', forged([{ ...good, name: 'a/imsmanifest.xml' }, { ...good, name: 'b/imsmanifest.xml' }]), 'not-a-cartridge'], // prettier-ignore
    ['the beginning of a zip', forged([good, notes]).subarray(0, -40), 'cartridge-broken'],
    ['the beginning of a zip in eight bytes', Buffer.from('PK\x03\x04\0\0\0\0', 'latin1'), 'cartridge-broken'],
  ])('%s', async (_, bytes, code) => expect(await problemOf(bytes)).toBe(code));

  it.each([
    ['SCORM', '<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata></manifest>'], // prettier-ignore
    ['a QTI package', '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><metadata><schema>IMS Content</schema></metadata></manifest>'], // prettier-ignore
    ['a cartridge of the future', manifest().replaceAll('imsccv1p1', 'imsccv9p9').replace('1.1.0', '9.9.0')],
    ['other XML', '<rss/>'],
  ])('%s', async (_, xml) => expect(await problemOf({ 'imsmanifest.xml': xml })).toBe('not-a-cartridge'));
});

describe('a path that leads elsewhere', () => {
  it.each([
    '../evil.txt',
    'a/../../evil.txt',
    '/etc/evil.txt',
    'C:/evil.txt',
    'c:evil.txt',
    '..\\evil.txt',
    'a\\evil.txt',
    'a/evil\0.txt',
    'a/..',
    './',
  ])('%j', async (name) => {
    const code = await problemOf(forged([good, notes, { name }]));
    expect(code).toBe(name === './' ? null : 'cartridge-unsafe-path');
  });

  it('is that of a link or device', async () => {
    for (const type of [0o120000, 0o020000, 0o060000, 0o010000, 0o140000]) {
      expect(await problemOf(forged([good, { ...notes, attributes: unixType(type) }]))).toBe('cartridge-unsafe-path');
    }
    expect(await problemOf(forged([good, { ...notes, attributes: unixType(0o100000) }]))).toBeNull();
  });

  it('is not found by a manifest or page that asks for it', async () => {
    const { report, kept } = await read(
      course([webContent('../../../../etc/passwd'), webContent('/etc/hostname'), webContent('p.html')], {
        'p.html': 'x <img src="../../../../../../etc/passwd"> <a href="%2e%2e/%2e%2e/etc/passwd">y</a>',
      }),
    );
    expect(report.lines.map(({ reason }) => reason)).toEqual(['file-missing', 'file-missing', null]);
    expect(kept).toEqual([]);
  });
});

describe('a zip that unpacks to more than there is room for', () => {
  const zeros = (name: string, bytes: number): ForgedEntry => ({ name, content: Buffer.alloc(bytes) });

  it('by what it tells', async () => {
    expect(await problemOf(forged([good, notes, zeros('z', 100_000_000)]))).toBe('cartridge-too-large');
    expect(await problemOf(forged([good, notes, { ...notes, name: 'z', bytes: 3_000_000_000 }]))).toBe(
      'cartridge-too-large',
    );
    expect(await problemOf(forged([good, notes, zeros('z', 1_000_000)]), { unpackedBytes: 900_000 })).toBe(
      'cartridge-too-large',
    );
  });

  it('by what it does not tell', async () => {
    expect(await problemOf(forged([good, notes, { ...zeros('z', 200_000_000), bytes: 10 }]))).toBe(
      'cartridge-too-large',
    );
    expect(await problemOf(forged([{ ...good, bytes: 100 }, notes]))).toBe('cartridge-too-large');
  });

  it('by using the same bytes again and again', async () => {
    const kernel = { ...zeros('kernel', 1_000_000), offset: 0 };
    const quoted = Array.from({ length: 50 }, (_, i) => ({ ...kernel, name: `copy ${i}` }));
    expect(await problemOf(forged([{ ...kernel, name: 'first' }, ...quoted, good, notes]))).toBe('cartridge-broken');
  });

  it('by showing one page in thousands of items', async () => {
    const page = `<p>${'word '.repeat(2_000)}</p>`;
    const files = course(
      Array.from({ length: 30 }, () => webContent('p.html')),
      { 'p.html': page },
    );
    expect(await problemOf(files, { textBytes: 300_000 })).toBe('cartridge-too-large');
    expect(await problemOf(files, { textBytes: 1_000_000 })).toBeNull();
  });

  it('by its manifest', async () => {
    const long = manifest({ items: `<item identifier="m"><title>${'x'.repeat(6_000_000)}</title></item>` });
    expect(await problemOf({ 'imsmanifest.xml': long })).toBe('cartridge-too-large');
    expect(await problemOf(course(Array.from({ length: 5_001 }, () => '<resource type="x"/>')))).toBe(
      'cartridge-too-large',
    );
  });
});

describe('too many entries', () => {
  it('are counted before they are read, and as they are read', async () => {
    const many = Array.from({ length: 25_000 }, (_, i) => ({ name: `${i}`, method: 0 }));
    const startedAt = performance.now();
    expect(await problemOf(forged([good, notes, ...many]))).toBe('cartridge-too-many-entries');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('are told of in a manner that does not count', async () => {
    // 100,000 entries do not fit the old format's count, which then says 0xffff, or their number less 65,536.
    expect(await problemOf(forged([good, notes], 0xffff))).toBe('cartridge-too-many-entries');
    expect(await problemOf(forged([good, notes], 1_000))).toBe('cartridge-broken');
  });
});

describe('a zip that is not what it says', () => {
  it.each<[string, ForgedEntry[], string]>([
    ['locked', [good, { ...notes, flags: 0x801 }], 'cartridge-encrypted'],
    ['locked strongly', [good, { ...notes, flags: 0x841 }], 'cartridge-encrypted'],
    ['packed in an unknown way', [good, { ...notes, method: 12 }], 'cartridge-broken'],
    ['with a wrong checksum', [good, { ...notes, checksum: 1 }], 'cartridge-broken'],
    ['with less in it', [good, { ...notes, bytes: 6 }], 'cartridge-broken'],
    ['with a stored entry of two sizes', [good, { ...notes, method: 0, bytes: 9 }], 'cartridge-broken'],
    ['with an entry beyond its end', [good, { ...notes, offset: 99_999 }], 'cartridge-broken'],
    ['with an entry that is somewhere else', [good, { ...notes, offset: 3 }], 'cartridge-broken'],
    ['with one path twice', [good, notes, notes], 'cartridge-broken'],
    ['with one path in two spellings', [good, notes, { ...notes, name: './notes.txt' }], 'cartridge-broken'],
    ['with a name that is no UTF-8', [good, notes, { name: Buffer.from([0x61, 0xff, 0xfe]) }], 'cartridge-broken'],
  ])('%s', async (_, entries, code) => expect(await problemOf(forged(entries))).toBe(code));

  it('whose table is said to stand beyond all numbers', async () => {
    const zip = forged([good, notes]);
    const end = zip.subarray(-22);
    const locator = Buffer.alloc(20, 0xff);
    locator.write('PK\x06\x07', 'latin1');
    expect(await problemOf(Buffer.concat([zip.subarray(0, -22), locator, end]))).toBe('cartridge-broken');
  });

  it('may have names of old code pages all the same', async () => {
    const old = { ...notes, name: Buffer.from([0x9a, 0x2e, 0x74, 0x78, 0x74]), flags: 0 };
    const forgotten = { ...notes, name: 'Ä.txt', flags: 0 };
    const decomposed = { ...notes, name: 'O\u0308.txt' };
    const { 'imsmanifest.xml': content } = course(['Ü.txt', 'Ä.txt', 'Ö.txt'].map(webContent));
    const { kept } = await read(forged([{ ...good, content: Buffer.from(content!) }, old, forgotten, decomposed]));
    expect(kept.map(({ name }) => name)).toEqual(['Ü.txt', 'Ä.txt', 'Ö.txt']);
  });
});

describe('XML that is made to do harm', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';

  it.each([
    ['entities', manifest().replace('<manifest', `${bomb}<manifest`), 'cartridge-xml-unsafe'],
    ['files of ours', manifest().replace('<manifest', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest'), 'cartridge-xml-unsafe'], // prettier-ignore
    ['parameters', manifest().replace('<manifest', '<!DOCTYPE x [ <!ENTITY % a SYSTEM "http://example.org/x"> %a; ]><manifest'), 'cartridge-xml-unsafe'], // prettier-ignore
    ['depth', manifest({ items: '<item identifier="x">'.repeat(1_000) + '</item>'.repeat(1_000) }), 'cartridge-xml-unsafe'], // prettier-ignore
    ['great depth', '<a>'.repeat(300_000), 'cartridge-broken'],
    ['an end too soon', manifest().slice(0, -20), 'cartridge-broken'],
    ['bytes of no encoding', Buffer.concat([Buffer.from(manifest()), Buffer.from([0xff, 0xc0])]), 'cartridge-broken'],
    ['nothing', '', 'cartridge-broken'],
    ['names of objects', manifest({ items: '<item identifier="x" __proto__="y"/>' }), 'cartridge-xml-unsafe'],
  ])('%s', async (_, xml, code) => expect(await problemOf({ 'imsmanifest.xml': xml })).toBe(code));

  it('is refused in any file, and a harmless document type is not', async () => {
    const resource = '<resource type="imswl_xmlv1p1"><file href="l.xml"/></resource>';
    const link = '<webLink><url href="https://example.org"/></webLink>';
    expect(await problemOf(course([resource], { 'l.xml': bomb + link }))).toBe('cartridge-xml-unsafe');
    expect(await problemOf(course([resource], { 'l.xml': `<!DOCTYPE webLink SYSTEM "x.dtd">${link}` }))).toBeNull();
    expect((await read(course([resource], { 'l.xml': `<!-- ${bomb} -->${link}` }))).report.imported).toBe(1);
  });
});

describe('pages that are made to choke on', () => {
  const many = (count: number, tag: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => tag(i)).join('');
  it.each([
    ['depth', '<div>'.repeat(90_000)],
    ['depth in tables', '<table><tr><td>'.repeat(30_000)],
    ['depth in pictures', `<svg>${'<td>'.repeat(90_000)}`],
    ['depth behind the back of tables', '<div><table><tr><td></div></table>'.repeat(10_000)],
    ['formatting in each block', many(10_000, (i) => `<b x=${i}>`) + '<p>'.repeat(100_000)],
    [
      'formatting behind the back of tables',
      many(8_000, (i) => `<b x=${i}><table><td></b></table>`) + '<p>x'.repeat(50_000),
    ],
    ['anchors', many(20_000, (i) => `<a href=${i}><p>`)],
    ['attributes', `<p ${many(50_000, (i) => `x${i} `)}>`],
    ['openings', '<a'.repeat(200_000)],
    ['comments', '<!--'.repeat(100_000)],
    ['data', '<img src="data:image/png;'.repeat(20_000)],
  ])('%s', async (_, html) => {
    const startedAt = performance.now();
    await problemOf(course([webContent('p.html')], { 'p.html': html }));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe('pages that run or frame', () => {
  it.each([
    ['<p onclick="x()">A</p>', '<p>A</p>'],
    ['<script>x()</script><p>A</p>', '<p>A</p>'],
    ['<p style="position:fixed" class="x" id="y">A</p>', '<p>A</p>'],
    ['<a href="javascript:x()">A</a>', 'A'],
    ['<a href=" java\nscript:x()">A</a>', 'A'],
    ['<a href="data:text/html,x">A</a>', 'A'],
    ['<iframe src="javascript:x()"></iframe>A', 'A'],
    ['<iframe src="https://example.org/x"></iframe>', '<p><a href="https://example.org/x">example.org</a></p>'],
    ['<svg><script>x()</script></svg>A', 'A'],
    [
      '<math><mtext><table><mglyph><style><img src=x onerror=x()></style></mglyph></table></mtext></math>A',
      '<table></table>A',
    ],
    ['<img src="x" onerror="x()" alt="A">', 'A'],
    ['<form action="https://example.org"><input name="password"><button>A</button></form>', 'A'],
    ['<base href="https://example.org"><meta http-equiv="refresh" content="0">A', 'A'],
    ['<p>="kohorte-file:planned-0"</p>', '<p>="kohorte-file:planned-0"</p>'],
  ])('%s', async (html, clean) => {
    const { modules } = await read(course([webContent('p.html')], { 'p.html': html }));
    expect(modules[0]!.items).toMatchObject([{ html: clean }]);
  });
});

describe('a cartridge with bytes changed anywhere', () => {
  it('comes in or meets a clear problem, soon', async () => {
    const whole = await packed(
      course(
        [
          webContent('p.html'),
          webContent('notes.txt'),
          '<resource type="imswl_xmlv1p1"><file href="l.xml"/></resource>',
        ],
        {
          'p.html': '<p>Text <a href="notes.txt">Notes</a></p>',
          'notes.txt': 'Notes',
          'l.xml': '<webLink><title>L</title><url href="https://example.org"/></webLink>',
        },
      ),
    );
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    const ends = fc.option(fc.nat(whole.length), { nil: whole.length });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), ends, async (changes, end) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const code = await problemOf(bytes.subarray(0, end));
        expect(code === null || /^(file|not|cartridge)-/.test(code)).toBe(true);
      }),
      { numRuns: 500, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('even where its XML is what changes', async () => {
    const xml = Buffer.from(good.content!);
    const change = fc.tuple(fc.nat(xml.length - 1), fc.constantFrom(...'<>/"&[]!-=x \0'));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const bytes = Buffer.from(xml);
        for (const [at, value] of changes) bytes.write(value, at, 'latin1');
        const code = await problemOf(forged([{ ...good, content: bytes }, notes]));
        expect(code === null || /^(file|not|cartridge)-/.test(code)).toBe(true);
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000 },
    );
  });
});
