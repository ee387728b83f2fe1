import type { ImportReason, ItemKind } from '@kohorte/contracts';

/** A cartridge as a plain course. */
export interface CartridgeCourse {
  version: CartridgeVersion;
  title: string;
  /** Plain text. */
  summary: string | null;
  /** A language tag such as `en-US`, as the cartridge tells it. */
  language: string | null;
  modules: CartridgeModule[];
  report: ImportReport;
}

export type CartridgeVersion = '1.0' | '1.1' | '1.2' | '1.3';

export interface CartridgeModule {
  title: string;
  items: CartridgeItem[];
}

export type CartridgeItem = {
  title: string;
  /** Read from the title, such as "(12:31)"; `null` where it tells none. */
  minutes: number | null;
  /** The item's identifier in the manifest. */
  source: string;
} & CartridgeContent;

/**
 * What an item holds. HTML is sanitised, and names files of the cartridge as `kohorte-file:<fileId>`; images of other
 * sites are left for whoever shows the page to deal with.
 */
export type CartridgeContent =
  | { kind: 'page'; html: string }
  | { kind: 'video' | 'link'; url: string }
  | { kind: 'video' | 'file'; fileId: string; mediaType: string; name: string }
  | { kind: 'assignment' | 'discussion'; origin: PlaceholderOrigin; html: string };

/** What a placeholder stands for. */
export type PlaceholderOrigin = 'lti' | 'assignment' | 'discussion' | 'quiz';

/** What became of one item; `module` and `title` as in the course. */
export interface ImportReportLine {
  module: string;
  title: string;
  /** What it was to be: a kind of item, or of what the manifest names and we do not have. */
  kind: ItemKind | 'lti' | 'quiz' | 'heading' | 'module' | 'unknown';
  outcome: 'imported' | 'placeholder' | 'left-out';
  /** `unreadable`: damaged in itself, or far larger or more tangled than any page is. */
  reason: ImportReason | null;
}

/**
 * Every item of the manifest is on exactly one line, in its order; but folders with something in them have none, as
 * they live on as modules, or in the titles of what they hold. `found` = `imported` + `placeholders` + `leftOut`.
 */
export interface ImportReport {
  /** Such as `IMS Common Cartridge 1.1`. */
  format: string;
  modules: number;
  found: number;
  imported: number;
  placeholders: number;
  leftOut: number;
  lines: ImportReportLine[];
}
