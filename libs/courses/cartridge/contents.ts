import type { Archive } from './archive.js';
import { CartridgeProblem } from './cartridge-problem.js';
import { fileAddress, type KeptFiles } from './kept-files.js';
import type { Limits } from './limits.js';
import { placesOf, spellingsOf } from './local-address.js';
import { cleanPage, type CleanPage, pageOfText } from './page-html.js';
import { decodeText } from './text.js';
import { parseXml, type XmlElement } from './xml.js';

/** Why a file gives nothing. */
export type Unread = 'file-missing' | 'unreadable';

/** The insides of a cartridge as its items need them: files by the manifest's spelling, XML, pages. */
export class Contents {
  private spent = 0;

  constructor(
    private readonly archive: Archive,
    /** The folder that holds the manifest, with a slash; empty for the archive's top. */
    private readonly root: string,
    private readonly files: KeptFiles,
    private readonly limits: Limits,
  ) {}

  /** Where in the archive a file of the manifest lies. */
  locate(href: string): string | null {
    const path = href.split(/[?#]/, 1)[0]!;
    return this.existing([...spellingsOf(href), ...spellingsOf(path)]);
  }

  /** @throws {CartridgeProblem} for XML that is made to do harm; what is merely broken is `unreadable`. */
  async xml(href: string): Promise<XmlElement | Unread> {
    const path = this.locate(href);
    if (path === null) return 'file-missing';
    if (this.archive.bytesOf(path) > this.limits.xmlBytes) return 'unreadable';
    this.spend(this.archive.bytesOf(path));
    try {
      return parseXml(await this.archive.read(path));
    } catch (error) {
      if (error instanceof CartridgeProblem && error.code === 'cartridge-broken') return 'unreadable';
      throw error;
    }
  }

  /** A page that is a file of its own. */
  async page(href: string): Promise<CleanPage | Unread> {
    const path = this.locate(href);
    if (path === null) return 'file-missing';
    if (this.archive.bytesOf(path) > this.limits.pageBytes) return 'unreadable';
    const bytes = await this.archive.read(path);
    const claimed = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2_000))?.[1];
    // As browsers do: what fits no encoding is taken for Western European.
    return this.html(decodeText(bytes, claimed ?? 'windows-1252') ?? bytes.toString('latin1'), path);
  }

  /** A text that stands in an XML file, HTML or plain; `href` is that file, where it is one. */
  async text(text: string, href: string | null): Promise<CleanPage | 'unreadable'> {
    const isHtml = /<[a-z!/]|&[#\w]+;/i.test(text);
    return this.html(isHtml ? text : pageOfText(text), href === null ? this.root : (this.locate(href) ?? this.root));
  }

  /** Plans to keep a file that a text names, and gives the address that pages know it by. */
  async redirect(address: string, fromPath: string): Promise<string | null> {
    const from = fromPath.slice(this.root.length);
    const path = this.existing(placesOf(address, from));
    const file = path === null ? null : await this.files.plan(path);
    return file && fileAddress(file.fileId);
  }

  /**
   * Counts what is read and made, over all items: small files that many items share are how little becomes much.
   * @throws {CartridgeProblem} `cartridge-too-large`
   */
  spend(bytes: number): void {
    this.spent += bytes;
    if (this.spent > this.limits.textBytes) throw new CartridgeProblem('cartridge-too-large', 'texts');
  }

  private async html(html: string, path: string): Promise<CleanPage | 'unreadable'> {
    // Pictures written into the page as text can be larger than all its words, and would be dropped anyway.
    const words = html.replace(/(["'])data:[a-z]+\/[^"']*\1/gi, '""');
    if (words.length > this.limits.pageTextBytes) return 'unreadable';
    this.spend(words.length);
    const page = await cleanPage(words, (address) => this.redirect(address, path));
    if (page === null) return 'unreadable';
    return page;
  }

  private existing(places: string[]): string | null {
    const place = places.find((place) => this.archive.has(this.root + place));
    return place === undefined ? null : this.root + place;
  }
}
