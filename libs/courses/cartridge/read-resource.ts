import { extname } from 'node:path/posix';
import { embedOf } from '../embed.js';
import type { Contents } from './contents.js';
import type { KeptFiles } from './kept-files.js';
import type { Manifest, Resource } from './manifest.js';
import { type Reading, imported, leftOut } from './reading.js';
import { readAssignment, readCanvasAssignment, readDiscussion, readQuiz, readTool } from './read-placeholder.js';
import { typeOf } from './resource-type.js';
import { XmlElement } from './xml.js';

/** Reads what an item points to; `null` as the id for one that points nowhere. */
export async function readResource(
  resourceId: string | null,
  manifest: Manifest,
  contents: Contents,
  files: KeptFiles,
): Promise<Reading> {
  if (resourceId === null) return leftOut('heading', 'heading');
  const resource = manifest.resources.get(resourceId);
  if (!resource) return leftOut('unknown', 'resource-missing');
  const chosen = richestOf(resource, manifest);
  switch (typeOf(chosen)) {
    case 'web-link':
      return readWebLink(chosen, contents);
    case 'discussion':
      return readDiscussion(chosen, contents);
    case 'lti':
      return readTool(chosen, contents);
    case 'quiz':
      return readQuiz(chosen, manifest, contents);
    case 'assignment':
      return readAssignment(chosen, contents);
    case 'canvas-assignment':
      return readCanvasAssignment(chosen, contents);
    case 'question-bank':
      return leftOut('quiz', 'quiz-not-yet');
    case 'content':
      return readContent(chosen, contents, files);
    case 'unknown':
      return leftOut('unknown', 'unknown-resource-type');
  }
}

/** From 1.3 on, an assignment may stand as a plain page whose variant is the assignment. */
function richestOf(resource: Resource, { resources }: Manifest): Resource {
  const variants = resource.variants.flatMap((id) => resources.get(id) ?? []);
  return variants.find((variant) => typeOf(variant) === 'assignment') ?? resource;
}

async function readWebLink(resource: Resource, contents: Contents): Promise<Reading> {
  const xml = resource.inline ?? (await contents.xml(resource.href ?? ''));
  if (!(xml instanceof XmlElement)) return leftOut('link', xml);
  const told = xml.child('url')?.attribute('href')?.trim() ?? '';
  if (told === '') return leftOut('link', 'empty');
  const url = webAddress(told);
  if (url === null) return leftOut('link', 'unsafe-address');
  return imported({ kind: isVideo(url) ? 'video' : 'link', url }, xml.child('title')?.text ?? null);
}

/** An address that can be followed without harm, whole; `www.example.org` is taken as meant. */
function webAddress(told: string): string | null {
  const whole = /^www\./i.test(told) ? `https://${told}` : told;
  if (!/^https?:/i.test(whole) || whole.length > 2_000 || !URL.canParse(whole)) return null;
  return new URL(whole).href;
}

function isVideo(url: string): boolean {
  return embedOf(url) !== null || /\.(mp4|m4v|webm|ogv)$/i.test(new URL(url).pathname);
}

async function readContent(resource: Resource, contents: Contents, files: KeptFiles): Promise<Reading> {
  const href = resource.href ?? '';
  if (/^\.x?html?$/i.test(extname(href.split(/[?#]/, 1)[0]!))) {
    const page = await contents.page(href);
    if (typeof page === 'string') return leftOut('page', page);
    return page.isEmpty ? leftOut('page', 'empty') : imported({ kind: 'page', html: page.html });
  }
  const path = contents.locate(href);
  if (path === null) return leftOut('file', 'file-missing');
  const file = await files.plan(path);
  if (!file) return leftOut('file', 'file-type-not-allowed');
  const { fileId, mediaType, name } = file;
  const kind = mediaType.startsWith('video/') ? 'video' : 'file';
  return imported({ kind, fileId, mediaType, name }, name);
}
