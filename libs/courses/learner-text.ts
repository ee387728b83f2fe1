import { renderText } from './render.js';

/** How deep quotes and lists may lie in each other, in one line and summed over all; how many lines and cells there may be. */
const deepest = 20;
const deepestTogether = 15_000;
const mostLines = 6_000;
const mostCells = 6_000;
/** Signs of one paragraph are compared with each other: the cost rises with their square. */
const mostComparisons = 10_000_000;

/**
 * What a learner wrote as HTML that is safe to show. A text that is made to keep a server busy (ten thousand stars in a
 * row, thousands of quotes in quotes) is shown as it was typed, without its formatting: nobody's reading waits for it.
 * @param render how it is formatted otherwise
 */
export function renderLearnerText(text: string, render: (text: string) => string = renderText): string {
  if (!isReadable(text)) return asTyped(text);
  try {
    return render(text);
  } catch (error) {
    // HTML that lies too deep in itself exhausts the stack.
    if (error instanceof RangeError) return asTyped(text);
    throw error;
  }
}

function isReadable(text: string): boolean {
  const lines = text.split('\n', mostLines + 1);
  if (lines.length > mostLines || countOf(text, /\|/g) > mostCells) return false;
  const depths = lines.map(depthOf);
  if (depths.some((depth) => depth > deepest) || depths.reduce((sum, one) => sum + one, 0) > deepestTogether)
    return false;
  const comparisons = text.split(/\n\s*\n/).reduce((sum, block) => sum + countOf(block, /[*_~[\]()<>!`&@]/g) ** 2, 0);
  return comparisons <= mostComparisons;
}

/** Each `>` or list sign opens something, and so may every second blank before it. */
function depthOf(line: string): number {
  const start = /^([\s>*+-]|\d+[.)])*/.exec(line)![0].replaceAll('\t', '    ');
  return countOf(start, /\S/g) + countOf(start, /\s/g) / 2;
}

const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

function asTyped(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return escaped
    .split(/\n\s*\n/)
    .map((block) => `<p>${block.replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}
