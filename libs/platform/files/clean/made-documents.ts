/** Documents for specs, in which an author's name stands everywhere that programs put it. */
import { Buffer } from 'node:buffer';
import { crc32, inflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import yauzl from 'yauzl';
import yazl from 'yazl';

/** A zip of these parts, in this order. */
export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [path, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), path, { compress: path !== 'mimetype' });
  zip.end();
  return Buffer.concat((await zip.outputStream.toArray()) as Buffer[]);
}

/** What is in a zip; archives in it are looked into as well. */
export async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    parts.set(entry.fileName, Buffer.concat((await stream.toArray()) as Buffer[]));
  }
  return parts;
}

/** Whether a word stands anywhere in a file: in its bytes, in what is packed in it, in any usual encoding. */
export async function holds(bytes: Buffer, word: string): Promise<boolean> {
  const wide = Buffer.from(word, 'utf16le');
  const big = Buffer.from(wide).swap16();
  const text = bytes.toString('latin1').toLowerCase();
  const looks = [Buffer.from(word), wide, big].flatMap((one) => [one.toString('latin1'), one.toString('hex')]);
  if (looks.some((look) => text.includes(look.toLowerCase()))) return true;
  if (bytes.toString('latin1', 0, 2) === 'PK') {
    for (const [path, part] of await partsOf(bytes)) if (path.includes(word) || (await holds(part, word))) return true;
    return false;
  }
  if (!bytes.includes('%PDF-')) return false;
  for (const { 1: content } of bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    try {
      if (await holds(inflateSync(Buffer.from(content!, 'latin1')), word)) return true;
    } catch {
      // Not packed, or not in this way.
    }
  }
  return false;
}

const types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`;
const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** The properties of an office document. */
const officeProperties = (author: string): Record<string, string> => ({
  'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Brief von ${author}</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-02T08:00:00Z</dcterms:created></cp:coreProperties>`,
  'docProps/app.xml': `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>C:\\Users\\${author}\\Normal.dotm</Template><Pages>1</Pages><Company>Firma ${author}</Company><Manager>${author}</Manager></Properties>`,
  'docProps/custom.xml': `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Verfasst von"><vt:lpwstr xmlns:vt="x">${author}</vt:lpwstr></property></Properties>`,
});
const packageRelations = (main: string): string =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`;

/** A Word document with `text`, whose author stands everywhere Word puts authors. */
export function docx(
  author: string,
  text = 'Sehr geehrte Frau Kern',
  more: Record<string, Buffer> = {},
): Promise<Buffer> {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipOf({
    '[Content_Types].xml': `${types}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': packageRelations('word/document.xml'),
    'word/document.xml': `${xml}<w:document ${w}><w:body><w:p><w:ins w:id="1" w:author="${author}" w:date="2026-03-02T08:00:00Z"><w:r><w:t>${text}</w:t></w:r></w:ins><w:del w:id="2" w:author='${author}'><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:body></w:document>`,
    'word/comments.xml': `${xml}<w:comments ${w}><w:comment w:id="0" w:author="${author}" w:initials="${author.slice(0, 2)}${author}"><w:p><w:r><w:t>Gut so?</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/people.xml': `${xml}<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${author}"><w15:presenceInfo w15:providerId="AD" w15:userId="S::${author}@firma.example::1"/></w15:person></w15:people>`,
    'word/_rels/settings.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:\\Users\\${author}\\Normal.dotm" TargetMode="External"/></Relationships>`,
    ...officeProperties(author),
    ...more,
  });
}

/** A PowerPoint file with comments of both kinds. */
export function pptx(author: string, text = 'Unser Plan'): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': `${types}<Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>`,
    '_rels/.rels': packageRelations('ppt/presentation.xml'),
    'ppt/presentation.xml': `${xml}<p:presentation xmlns:p="p"/>`,
    'ppt/slides/slide1.xml': `${xml}<p:sld xmlns:p="p" xmlns:a="a"><a:t>${text}</a:t></p:sld>`,
    'ppt/commentAuthors.xml': `${xml}<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="1" name="${author}" initials="${author}" lastIdx="1" clrIdx="0"><p:extLst><p15:presenceInfo xmlns:p15="p15" userId="${author}@firma.example" providerId="AD"/></p:extLst></p:cmAuthor></p:cmAuthorLst>`,
    'ppt/authors.xml': `${xml}<p188:authorLst xmlns:p188="p188"><p188:author id="{1}" name="${author}" initials="AL" userId="S::${author}" providerId="AD"/></p188:authorLst>`,
    'ppt/changesInfos/changesInfo1.xml': `${xml}<pc:chgInfo xmlns:pc="pc"><pc:docChgLst><pc:chgData name="${author}" userId="${author}" providerId="AD"/></pc:docChgLst></pc:chgInfo>`,
    ...officeProperties(author),
  });
}

/** An Excel file with comments old and new, and where it was saved. */
export function xlsx(author: string, text = 'Umsatz'): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': `${types}<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': packageRelations('xl/workbook.xml'),
    'xl/workbook.xml': `${xml}<workbook xmlns="s"><fileSharing userName="${author}"/><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\${author}\\"/></workbook>`,
    'xl/sharedStrings.xml': `${xml}<sst><si><t>${text}</t></si></sst>`,
    'xl/comments1.xml': `${xml}<comments><authors><author>${author}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>${author}:</t></r><r><t>Stimmt das?</t></r></text></comment></commentList></comments>`,
    'xl/persons/person.xml': `${xml}<personList><person displayName="${author}" id="{1}" userId="${author}" providerId="AD"/></personList>`,
    ...officeProperties(author),
  });
}

/** A text of LibreOffice with a comment, a change and a field that shows the author. */
export function odt(author: string, text = 'Sehr geehrte Frau Kern'): Promise<Buffer> {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'meta.xml': `${xml}<office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="dc"><office:meta><meta:initial-creator>${author}</meta:initial-creator><dc:creator>${author}</dc:creator><meta:printed-by>${author}</meta:printed-by><dc:title>Von ${author}</dc:title><meta:user-defined meta:name="Autor">${author}</meta:user-defined></office:meta></office:document-meta>`,
    'content.xml': `${xml}<office:document-content xmlns:office="o" xmlns:dc="dc" xmlns:text="t" xmlns:loext="l"><text:p>${text}<office:annotation><dc:creator>${author}</dc:creator><loext:sender-initials>${author}</loext:sender-initials><text:p>Gut so?</text:p></office:annotation><text:author-name text:fixed="true">${author}</text:author-name></text:p></office:document-content>`,
    'META-INF/documentsignatures.xml': `<document-signatures><X509SubjectName>CN=${author}</X509SubjectName></document-signatures>`,
  });
}

/** A PDF whose author stands in its properties, XMP and a comment, and in an earlier state of the file. */
export async function pdf(author: string, text = 'Sehr geehrte Frau Kern'): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 200]);
  page.drawText(text, { x: 20, y: 100, size: 14 });
  document.setAuthor(author);
  document.setTitle(`Brief von ${author}`);
  document.setCreator(author);
  const { context } = document;
  const xmp = context.stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${author}</dc:creator></x:xmpmeta>`, {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.catalog.set(PDFName.of('Metadata'), context.register(xmp));
  const note = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [10, 10, 30, 30],
    Contents: PDFString.of('Gut so?'),
  });
  note.set(PDFName.of('T'), PDFHexString.fromText(author));
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]));
  // What nothing leads to any more, as programs leave it when they save on top.
  context.register(context.obj({ Author: PDFString.of(author), Note: PDFString.of(`Früher: ${author}`) }));
  return Buffer.from(await document.save({ useObjectStreams: true }));
}

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** A JPEG (of one pixel, of which too little is there to show it) with EXIF that says who took it and which way is up, and a comment. */
export function jpeg(author: string, orientation = 6): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  tiff.set([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], 10);
  tiff.set([0x01, 0x3b, 0, 2, 0, 0, 0, author.length + 1, 0, 0, 0, 38], 22);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(`${author}\0`)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<dc:creator>${author}</dc:creator>`)),
    segment(0xfe, Buffer.from(author)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    Buffer.from(`hinter dem Bild: ${author}`),
  ]);
}

const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

/** A PNG of one pixel that says who made it. */
export function png(author: string): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Author\0${author}`)),
    chunk('IDAT', Buffer.from('789c6360000000020001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
