import { basename } from 'node:path/posix';
import type { Contents } from './contents.js';
import type { Manifest, Resource } from './manifest.js';
import { spellingsOf } from './local-address.js';
import { inlineText, pageOfText, wordsOf } from './page-html.js';
import { type Reading, leftOut, placeholder } from './reading.js';
import { canvasSettingsOf } from './resource-type.js';
import { oneLine } from './text.js';
import { XmlElement } from './xml.js';

export async function readDiscussion(resource: Resource, contents: Contents): Promise<Reading> {
  const topic = resource.inline ?? (await contents.xml(resource.href ?? ''));
  if (!(topic instanceof XmlElement)) return leftOut('discussion', topic);
  const html = (await textOf(topic, resource, contents)) + (await attachmentsOf(topic, resource, contents));
  return placeholder('discussion', html, topic.child('title')?.text ?? null);
}

/** Of an assignment, only what learners are to read: `instructor_text` stays out. */
export async function readAssignment(resource: Resource, contents: Contents): Promise<Reading> {
  const assignment = resource.inline ?? (await contents.xml(resource.href ?? ''));
  if (!(assignment instanceof XmlElement)) return leftOut('assignment', assignment);
  const html = (await textOf(assignment, resource, contents)) + (await attachmentsOf(assignment, resource, contents));
  return placeholder('assignment', html, assignment.child('title')?.text ?? null);
}

/** Canvas: the page is the assignment's text, and its settings say whether another tool runs it. */
export async function readCanvasAssignment(resource: Resource, contents: Contents): Promise<Reading> {
  const settings = await contents.xml(canvasSettingsOf(resource) ?? '');
  const told = settings instanceof XmlElement ? settings : null;
  const kind = told?.child('submission_types')?.text.trim();
  const origin = kind === 'external_tool' ? 'lti' : kind === 'online_quiz' ? 'quiz' : 'assignment';
  const text = resource.files.find((file) => /\.html?$/i.test(file));
  const page = text ? await contents.page(text) : null;
  const html = page && typeof page !== 'string' && !page.isEmpty ? page.html : '';
  return placeholder(origin, html, told?.child('title')?.text ?? null);
}

/** Another system's tool. Of what it was started with, the parts that people were to read are kept. */
export async function readTool(resource: Resource, contents: Contents): Promise<Reading> {
  const link = resource.inline ?? (await contents.xml(resource.href ?? ''));
  if (!(link instanceof XmlElement)) return leftOut('lti', link);
  const title = link.child('title')?.text ?? null;
  const description = link.child('description')?.text ?? '';
  // Tools that have nothing to say give their title twice.
  const isTitle = oneLine(description, 1_000) === oneLine(title ?? '', 1_000);
  const parts = [
    isTitle ? '' : htmlOf(await contents.text(description, resource.href)),
    pageOfText(instructionsIn(link).map(wordsOf).join('\n\n')),
  ];
  return placeholder('lti', parts.filter((part) => part !== '').join('\n'), title);
}

/** Tools such as Tsugi's carry a whole assignment as JSON in a parameter. */
function instructionsIn(link: XmlElement): string[] {
  return link.all('custom').flatMap((custom) =>
    custom.all('property').flatMap(({ text }) => {
      if (text.length > 100_000 || !text.trim().startsWith('{')) return [];
      try {
        const { description, instructions, grading } = JSON.parse(text) as Record<string, unknown>;
        return [description, instructions, grading].filter((part) => typeof part === 'string');
      } catch {
        return [];
      }
    }),
  );
}

/** Of a quiz, its introduction: from Canvas's own file beside it, else from the quiz. Its questions stay out. */
export async function readQuiz(resource: Resource, manifest: Manifest, contents: Contents): Promise<Reading> {
  const beside = resource.dependencies.flatMap((id) => manifest.resources.get(id)?.files ?? []);
  const metaFile = [...resource.files, ...beside].find((file) => basename(file) === 'assessment_meta.xml');
  const meta = metaFile ? await contents.xml(metaFile) : null;
  if (metaFile && meta instanceof XmlElement) {
    const page = await contents.text(meta.child('description')?.text ?? '', metaFile);
    return placeholder('quiz', htmlOf(page), meta.child('title')?.text ?? null);
  }
  const quiz = await contents.xml(resource.href ?? '');
  if (!(quiz instanceof XmlElement)) return leftOut('quiz', quiz);
  const assessment = quiz.child('assessment');
  const introductions = ['objectives', 'rubric', 'presentation_material'].flatMap(
    (name) => assessment?.all(name) ?? [],
  );
  const texts = introductions.flatMap((introduction) => introduction.below('mattext'));
  const pages = await Promise.all(texts.map(({ text }) => contents.text(text, resource.href)));
  return placeholder('quiz', pages.map(htmlOf).join('\n'), assessment?.attribute('title') ?? null);
}

async function textOf(element: XmlElement, resource: Resource, contents: Contents): Promise<string> {
  return htmlOf(await contents.text(element.child('text')?.text ?? '', resource.href));
}

const htmlOf = (page: { html: string; isEmpty: boolean } | string): string =>
  typeof page === 'string' || page.isEmpty ? '' : page.html;

async function attachmentsOf(element: XmlElement, resource: Resource, contents: Contents): Promise<string> {
  const attachments = element.child('attachments')?.all('attachment') ?? [];
  const links: string[] = [];
  for (const attachment of attachments) {
    const href = attachment.attribute('href') ?? '';
    const address = await contents.redirect(href, contents.locate(resource.href ?? '') ?? '');
    const label = inlineText(basename(spellingsOf(href).at(-1)!));
    if (address) links.push(`<li><a href="${address}">${label}</a></li>`);
  }
  return links.length > 0 ? `\n<ul>${links.join('')}</ul>` : '';
}
