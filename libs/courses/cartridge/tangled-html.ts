/**
 * The rules by which HTML is read make two things costly: elements within elements without end, and open formatting
 * that is opened anew in each block. Both are seen here, roughly and at once, before the page is parsed.
 */
const deepest = 300;

const never = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Closed by the next of their kind, so that careless pages leave them open. */
const closedByNext = new Set('p li dd dt'.split(' '));
const closedInTables = new Set('option tr td th tbody thead tfoot colgroup caption'.split(' '));

/** Whether a page nests far deeper than any page does. */
export function isTooTangled(html: string): boolean {
  const hasForeign = /<(svg|math)/i.test(html);
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, closing, tag] of html.matchAll(/<(\/?)([a-z][^\s/>]{0,50})/gi)) {
    const name = tag!.toLowerCase();
    if (never.has(name) || closedByNext.has(name) || (closedInTables.has(name) && !hasForeign)) continue;
    const already = open.get(name) ?? 0;
    if (closing && already === 0) continue;
    open.set(name, already + (closing ? -1 : 1));
    depth += closing ? -1 : 1;
    if (depth > deepest) return true;
  }
  return false;
}

/**
 * A page whose formatting elements have no attributes: of those that are alike, at most three are opened anew, of
 * those that differ, all. The attributes would not survive sanitising in any case.
 */
export function withPlainFormatting(html: string): string {
  return html.replace(/<(b|big|em|font|i|nobr|s|small|strike|strong|tt|u|code)(?=[\s/])[^<>]*>?/gi, '<$1>');
}
