import { CartridgeProblem } from './cartridge-problem.js';
import type { CartridgeVersion } from './cartridge-course.js';
import type { XmlElement } from './xml.js';

/** What a cartridge says of itself. Paths are as written, relative to the manifest, with `xml:base` put before. */
export interface Manifest {
  version: CartridgeVersion;
  title: string | null;
  /** As written: may be HTML. */
  description: string | null;
  language: string | null;
  /** The top of the course's tree; empty where the cartridge has none. */
  items: ManifestItem[];
  resources: Map<string, Resource>;
}

export interface ManifestItem {
  identifier: string;
  title: string;
  resourceId: string | null;
  children: ManifestItem[];
}

export interface Resource {
  identifier: string;
  type: string;
  /** The file it is, or begins with; then all its files. */
  href: string | null;
  files: string[];
  /** Other resources that it needs. */
  dependencies: string[];
  /** Thin cartridges may carry a link's or a tool's XML right here, instead of in a file. */
  inline: XmlElement | null;
  /** A resource that says the same in a richer way (from 1.3 on). */
  variants: string[];
}

/** @throws {CartridgeProblem} `not-a-cartridge` for other packages that have a manifest too, such as SCORM. */
export function readManifest(root: XmlElement): Manifest {
  const organization = root.at('organizations', 'organization');
  const general = root.at('metadata', 'lom', 'general');
  const title = general?.child('title') ?? null;
  return {
    version: versionOf(root),
    title: toldIn(title) ?? organization?.child('title')?.text ?? null,
    description: toldIn(general?.child('description') ?? null),
    language: general?.child('language')?.text ?? languageOf(title) ?? root.attribute('lang'),
    items: (organization?.all('item') ?? []).map(readItem),
    resources: readResources(root),
  };
}

function versionOf(root: XmlElement): CartridgeVersion {
  const schema = root.at('metadata', 'schema')?.text ?? '';
  const namespace = root.attribute('xmlns') ?? '';
  const isCartridge = root.name === 'manifest' && (/common cartridge/i.test(schema) || /\/imscc/.test(namespace));
  if (!isCartridge) throw new CartridgeProblem('not-a-cartridge', `${root.name} of schema ${schema.slice(0, 100)}`);
  const told =
    /^\s*1\.([0-3])/.exec(root.at('metadata', 'schemaversion')?.text ?? '') ?? /imsccv1p([0-3])/.exec(namespace);
  if (told) return `1.${told[1]}` as CartridgeVersion;
  // Version 1.0 alone has no number in its namespace.
  if (/\/imscc\/imscp_v1p1/.test(namespace)) return '1.0';
  throw new CartridgeProblem('not-a-cartridge', 'a version we do not know');
}

function readItem(element: XmlElement): ManifestItem {
  return {
    identifier: element.attribute('identifier') ?? '',
    title: element.child('title')?.text ?? '',
    resourceId: element.attribute('identifierref') || null,
    children: element.all('item').map(readItem),
  };
}

function readResources(root: XmlElement): Map<string, Resource> {
  const list = root.child('resources');
  const base = (root.attribute('base') ?? '') + (list?.attribute('base') ?? '');
  const resources = (list?.all('resource') ?? []).map((element) => readResource(element, base));
  return new Map(resources.map((resource) => [resource.identifier, resource]));
}

function readResource(element: XmlElement, outerBase: string): Resource {
  const base = outerBase + (element.attribute('base') ?? '');
  const files = element.all('file').flatMap((file) => file.attribute('href') || []);
  const href = element.attribute('href') || files[0];
  return {
    identifier: element.attribute('identifier') ?? '',
    type: (element.attribute('type') ?? '').trim(),
    href: href ? base + href : null,
    files: files.map((file) => base + file),
    dependencies: element.all('dependency').flatMap((dependency) => dependency.attribute('identifierref') || []),
    inline: element.children.find(({ name }) => inlineNames.has(name)) ?? null,
    variants: element.all('variant').flatMap((variant) => variant.attribute('identifierref') || []),
  };
}

const inlineNames = new Set(['webLink', 'cartridge_basiclti_link', 'topic', 'assignment']);

/** A text of the metadata, which stands in a `string` (before, `langstring`) for each language. */
function toldIn(element: XmlElement | null): string | null {
  const string = element?.child('string') ?? element?.child('langstring') ?? element;
  return string?.text.trim() || null;
}

function languageOf(title: XmlElement | null): string | null {
  return title?.child('string')?.attribute('language') ?? title?.child('langstring')?.attribute('lang') ?? null;
}
