import type { ImportView, Language } from '@kohorte/contracts';
import type { KeptFile } from '@kohorte/platform';
import { readingMinutes } from '@kohorte/rules';
import type { WholeCourse, WholeItem } from './authored.js';
import type { CartridgeCourse, CartridgeItem } from './cartridge/index.js';

/** A cartridge's course as one of ours, and its report for those who imported it. */
export function wholeCourse(
  cartridge: CartridgeCourse,
  files: ({ fileId: string; name: string } & KeptFile)[],
): { course: WholeCourse; report: NonNullable<ImportView['report']> } {
  return {
    course: {
      title: cartridge.title.slice(0, 200),
      summary: cartridge.summary,
      audience: null,
      language: languageOf(cartridge.language),
      files,
      modules: cartridge.modules.map(({ title, items }) => ({
        title: title.slice(0, 300),
        summary: null,
        objectives: [],
        highlights: null,
        items: items.map(wholeItem),
      })),
    },
    report: cartridge.report,
  };
}

function wholeItem(item: CartridgeItem): WholeItem {
  const html = 'html' in item ? item.html : null;
  return {
    kind: item.kind,
    title: item.title.slice(0, 300),
    minutes: item.minutes ?? (item.kind === 'page' && html ? readingMinutes(html.replace(/<[^>]*>/g, ' ')) : 0),
    required: true,
    dueAfterDays: null,
    body: html,
    bodyFormat: 'html',
    url: 'url' in item ? item.url : null,
    fileId: 'fileId' in item ? item.fileId : null,
  };
}

/** Courses are shown under one of the product's languages; a cartridge in another one is listed as English. */
function languageOf(tag: string | null): Language {
  return tag?.toLowerCase().startsWith('de') ? 'de' : 'en';
}
