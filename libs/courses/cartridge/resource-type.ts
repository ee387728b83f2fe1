import type { Resource } from './manifest.js';

/** What a resource is, over all versions of the standard. */
export type ResourceType =
  | 'content'
  | 'web-link'
  | 'discussion'
  | 'lti'
  | 'quiz'
  | 'question-bank'
  | 'assignment'
  | 'canvas-assignment'
  | 'unknown';

const types: [RegExp, ResourceType][] = [
  [/^imswl_xmlv1p\d/i, 'web-link'],
  [/^imsdt_xmlv1p\d/i, 'discussion'],
  [/^ims(basic)?lti_xmlv1p\d/i, 'lti'],
  [/^imsqti_.*\/question-bank$/i, 'question-bank'],
  [/^imsqti_/i, 'quiz'],
  [/^assignment_xmlv1p\d/i, 'assignment'],
  [/^(webcontent|associatedcontent(\/.*)?|idpfepub_.*)$/i, 'content'],
];

export function typeOf(resource: Resource): ResourceType {
  if (canvasSettingsOf(resource)) return 'canvas-assignment';
  return types.find(([pattern]) => pattern.test(resource.type))?.[1] ?? 'unknown';
}

/** Canvas writes an assignment as a page with its settings beside it. */
export function canvasSettingsOf(resource: Resource): string | null {
  return resource.files.find((file) => /(^|\/)assignment_settings\.xml$/.test(file)) ?? null;
}
