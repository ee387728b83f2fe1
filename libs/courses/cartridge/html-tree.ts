import type { Element, ElementContent, Root, RootContent } from 'hast';

export function eachElement(node: Root | Element, see: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    see(child);
    eachElement(child, see);
  }
}

/** Replaces each element by what `change` gives, from the inside out, in place. */
export function mapTree<T extends Root | Element>(node: T, change: (element: Element) => ElementContent[]): T {
  node.children = node.children.flatMap((child): RootContent[] =>
    child.type === 'element' ? change(mapTree(child, change)) : [child],
  ) as T['children'];
  return node;
}

export function elementOf(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** All words of a tree, those of its top parts on lines of their own. */
export function textIn(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join(node.type === 'root' ? '\n' : '') : '';
}
