import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { jobs, reactions } from '@kohorte/contracts';
import { flowPage } from '../support/flow-page.js';

test('the page of flows in the documentation is the one that the contracts give', async () => {
  const written = await readFile('docs/flows.md', 'utf8');
  expect(plain(written)).toContain(plain(flowPage(reactions, jobs)));
});

/** Without what a formatter does to tables. */
function plain(page: string): string {
  return page.replace(/-+/g, '-').replace(/ +/g, ' ');
}
