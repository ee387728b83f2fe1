import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { read } from './made-cartridges.js';

const cartridge = new URL('../../../../shared/data/py4e_export.imscc', import.meta.url);
const isThere = existsSync(cartridge);

(isThere ? it : it.skip)(
  `"Python for Everybody" comes in whole${isThere ? '' : ' (skipped: ../shared/data/py4e_export.imscc is not there)'}`,
  async () => {
    const { modules, report, kept, ...course } = await read(await readFile(cartridge));
    expect(course).toEqual({ version: '1.1', title: 'Python for Everybody import', summary: null, language: 'en-US' });
    expect(modules).toHaveLength(17);
    expect(modules[0]!.title).toBe('Installing Python');
    expect(modules.map(({ items }) => items.length)).toEqual([6, 11, 9, 9, 7, 9, 7, 7, 9, 9, 7, 8, 17, 18, 7, 20, 12]);

    // By the manifest: 90 links to YouTube, 39 to pages and slides, 43 tools.
    const items = modules.flatMap((module) => module.items);
    const kinds = ['video', 'link', 'assignment'].map((kind) => items.filter((item) => item.kind === kind).length);
    expect(kinds).toEqual([90, 39, 43]);
    expect(report).toMatchObject({ modules: 17, found: 172, imported: 129, placeholders: 43, leftOut: 0 });
    expect(new Set(items.map(({ source }) => source)).size).toBe(172);
    expect(new Set(report.lines.filter(({ reason }) => reason).map(({ reason }) => reason))).toEqual(
      new Set(['lti-cannot-run']),
    );
    expect(kept).toEqual([]);

    expect(modules[1]!.items[0]).toEqual({
      title: 'Video: Why Program - Part 1',
      minutes: 13,
      source: 'T_000009',
      kind: 'video',
      url: expect.stringMatching(/^https:\/\/www\.youtube\.com\//),
    });
    // The manifest tells 85 times in brackets.
    expect(items.filter(({ minutes }) => minutes !== null)).toHaveLength(85);

    const peerGraded = modules[0]!.items[5]!;
    expect(peerGraded).toMatchObject({ title: 'Peer Graded: Installation Screen Shots', origin: 'lti' });
    expect('html' in peerGraded && peerGraded.html).toMatch(/^<p>Install Python and a programming text editor/);
  },
);
