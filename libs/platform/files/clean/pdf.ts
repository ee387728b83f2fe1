import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { damaged } from './unreadable.js';

/** Keys under which properties, a program's private data and the names of authors stand. */
const naming = ['Metadata', 'PieceInfo', 'Author', 'LastModified'].map((key) => PDFName.of(key));
/** What a signature tells of who signed; it no longer holds for a changed file in any case. */
const signing = ['Name', 'Contents', 'Cert', 'ContactInfo', 'Location', 'Reason'].map((key) => PDFName.of(key));
const name = (key: string): PDFName => PDFName.of(key);

/**
 * A PDF without its properties, its XMP, the names at its comments and in its signatures. It is written anew, so that
 * nothing of earlier states of the file is left in it.
 * @throws {Unreadable} where it is encrypted or damaged
 */
export async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    throw damaged(String(error));
  }
  const { context } = document;
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  for (const [, object] of context.enumerateIndirectObjects()) cleanObject(object);
  dropUnreachable(document);
  return Buffer.from(await document.save({ updateFieldAppearances: false, addDefaultPage: false }));
}

/** Cleans an object and those that stand directly in it. */
function cleanObject(object: PDFObject | undefined): void {
  if (object instanceof PDFArray) for (const one of object.asArray()) cleanObject(one);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  for (const key of naming) dict.delete(key);
  const subtype = dict.get(name('Subtype'));
  // At a comment it is the name of who made it; at a field of a form it is the field's.
  if (subtype && subtype !== name('Widget') && !dict.has(name('FT'))) dict.delete(name('T'));
  if (dict.has(name('ByteRange')) || dict.get(name('Type')) === name('Sig')) {
    for (const key of signing) dict.delete(key);
    dict.set(name('Contents'), PDFHexString.of('00'));
  }
  for (const value of dict.values()) cleanObject(value);
}

/** What nothing leads to any more is not written: old properties, and earlier states of pages. */
function dropUnreachable({ context }: PDFDocument): void {
  const seen = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Encrypt];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef) {
      if (seen.has(object)) continue;
      seen.add(object);
      open.push(context.lookup(object));
    } else if (object instanceof PDFArray) open.push(...object.asArray());
    else if (object instanceof PDFStream) open.push(object.dict);
    else if (object instanceof PDFDict) open.push(...object.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref);
}
