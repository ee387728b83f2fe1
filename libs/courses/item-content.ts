import type { FileView, ItemContent, ItemKind } from '@kohorte/contracts';
import { embedOf } from './embed.js';
import { renderText } from './render.js';

/** The columns of an item from which its content is made; `file` as JSON of the stored file, or `null`. */
export interface ItemRow {
  kind: ItemKind;
  title: string;
  minutes: number;
  required: boolean;
  body: string | null;
  body_format: 'markdown' | 'html';
  url: string | null;
  file: FileView | null;
}

/** What `itemContent` needs of an item `i` and its stored file `f`, for a select list. */
export const itemContentColumns = `i.kind, i.title, i.minutes, i.required, i.body, i.body_format, i.url,
  case when f.id is not null then json_build_object(
    'fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes) end as file`;

/** An item as a reader gets it: text rendered and sanitised, videos with the place they can be embedded from. */
export function itemContent(row: ItemRow): ItemContent {
  return {
    kind: row.kind,
    title: row.title,
    minutes: row.minutes,
    required: row.required,
    html: row.body ? renderText(row.body, row.body_format) : null,
    url: row.url,
    embed: row.kind === 'video' && row.url ? embedOf(row.url) : null,
    file: row.file,
  };
}
