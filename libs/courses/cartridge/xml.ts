import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CartridgeProblem } from './cartridge-problem.js';
import { decodeText } from './text.js';

/** Names are local ones: which prefix a namespace has differs from tool to tool. */
export class XmlElement {
  constructor(
    readonly name: string,
    private readonly attributes: Map<string, string>,
    readonly children: XmlElement[],
    /** What stands directly in it, entities and CDATA resolved. */
    readonly text: string,
  ) {}

  attribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  child(name: string): XmlElement | null {
    return this.children.find((child) => child.name === name) ?? null;
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** Follows a path of children. */
  at(...path: string[]): XmlElement | null {
    return path.reduce<XmlElement | null>((element, name) => element?.child(name) ?? null, this);
  }

  /** All elements of a name below this one. */
  below(name: string): XmlElement[] {
    return this.children.flatMap((child) => [...(child.name === name ? [child] : []), ...child.below(name)]);
  }
}

const deepest = 64;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: deepest,
});

/**
 * Reads an XML document; entities of its own are refused, whatever they would say.
 * @throws {CartridgeProblem} `cartridge-xml-unsafe`, `cartridge-broken`
 */
export function parseXml(bytes: Buffer): XmlElement {
  const text = decodeText(bytes, /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1]);
  if (text === null) throw new CartridgeProblem('cartridge-broken', 'text of no known encoding');
  refuseOwnEntities(text);
  let nodes: ParsedNode[];
  try {
    // The parser alone takes a document that was cut off for a whole one.
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw new Error(valid.err.msg);
    nodes = parser.parse(text) as ParsedNode[];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const isUnsafe = /nested tags|SECURITY/.test(detail) || error instanceof RangeError;
    throw new CartridgeProblem(isUnsafe ? 'cartridge-xml-unsafe' : 'cartridge-broken', detail.slice(0, 200));
  }
  const [root] = elementsOf(nodes);
  if (!root) throw new CartridgeProblem('cartridge-broken', 'XML without an element');
  return root;
}

/** A document type is harmless as a name and dangerous as a place for entities. */
function refuseOwnEntities(text: string): void {
  for (let at = text.indexOf('<!'); at !== -1; at = text.indexOf('<!', at)) {
    if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else {
      const end = after(text, '>', at);
      if (/[[&%]|<!ENTITY/i.test(text.slice(at, end))) throw new CartridgeProblem('cartridge-xml-unsafe', 'entities');
      at = end;
    }
  }
}

function after(text: string, ending: string, from: number): number {
  const at = text.indexOf(ending, from);
  if (at === -1) throw new CartridgeProblem('cartridge-broken', `XML without its ${ending}`);
  return at + ending.length;
}

/** What fast-xml-parser gives: `{ name: children, ':@': attributes }` or `{ '#text': text }`. */
type ParsedNode = Record<string, ParsedNode[] | Record<string, string> | string>;

function elementsOf(nodes: ParsedNode[]): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ':@');
    const inside = name === undefined ? undefined : node[name];
    if (name === undefined || !Array.isArray(inside)) continue;
    const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>);
    elements.push(
      new XmlElement(
        localName(name),
        new Map(attributes.map(([key, value]) => [key.startsWith('xmlns') ? key : localName(key), String(value)])),
        elementsOf(inside),
        inside.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
      ),
    );
  }
  return elements;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
