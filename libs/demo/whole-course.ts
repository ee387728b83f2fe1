import { countableKinds } from '@kohorte/contracts';
import type { WholeCourse, WholeItem } from '@kohorte/courses';
import type { AuthoredCourse, AuthoredItem } from './content/course-type.js';

/**
 * An authored course as the courses rung takes it in. Tasks, and the last of each module that is asked for, are due on
 * the sixth day of their week.
 */
export function wholeCourse(authored: AuthoredCourse): WholeCourse {
  return {
    title: authored.title,
    summary: authored.summary,
    audience: authored.audience,
    language: authored.language,
    files: [],
    modules: authored.modules.map(({ items, ...module }) => ({ ...module, items: wholeItems(items) })),
  };
}

function wholeItems(items: readonly AuthoredItem[]): WholeItem[] {
  const last = items.findLastIndex(({ kind, required }) => required && countableKinds.includes(kind));
  return items.map((item, index) => wholeItem(item, item.kind === 'assignment' || index === last));
}

function wholeItem(item: AuthoredItem, isDue: boolean): WholeItem {
  return {
    kind: item.kind,
    title: item.title,
    minutes: item.minutes,
    required: item.required,
    dueAfterDays: isDue ? 5 : null,
    body: textOf(item),
    bodyFormat: 'markdown',
    url: 'url' in item ? item.url : null,
    fileId: null,
    session: item.kind === 'session' ? item.session : null,
    assignment: item.kind === 'assignment' ? (item.assignment ?? null) : null,
  };
}

function textOf(item: AuthoredItem): string {
  if (item.kind === 'video') return item.caption;
  return item.kind === 'link' ? item.note : item.markdown;
}
