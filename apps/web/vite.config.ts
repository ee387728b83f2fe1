import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Says in the page which files the texts of each language and the screen to sign in are, so that `first.js` can ask for
 * them at once.
 */
const namesFiles: Plugin = {
  name: 'kohorte-names-files',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const tags = Object.values(bundle).flatMap((chunk) => {
        if (chunk.type !== 'chunk') return [];
        const [, language] = /locales\/(\w+)\/learner\.ts$/.exec(chunk.facadeModuleId ?? '') ?? [];
        const name = language ? `texts-${language}` : chunk.facadeModuleId?.endsWith('/sign-in-page.tsx') && 'sign-in';
        if (!name) return [];
        const files = [chunk.fileName, ...chunk.imports].filter((file) => !html.includes(file));
        return [`<meta name="${name}" content="${files.map((file) => `/${file}`).join(' ')}" />\n    `];
      });
      return html.replace('<script src="/first.js">', `${tags.join('')}$&`);
    },
  },
};

/** Files smaller than this fit into a packet or two as they are. */
const worthPacking = 1_024;

/**
 * Lays each file that packs well beside itself as `.br` and `.gz`: packed once, as tightly as can be, instead of at
 * every request in the time that a request has.
 */
const packs: Plugin = {
  name: 'kohorte-packs',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const texts = Object.values(bundle).filter(({ fileName }) => /\.(js|css|svg)$/.test(fileName));
      const packing = texts.map(async (file) => {
        const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        if (source.length < worthPacking) return;
        const [tight, usual] = await Promise.all([
          promisify(brotliCompress)(source, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: source.length } }),
          promisify(gzip)(source, { level: 9 }),
        ]);
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: tight });
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: usual });
      });
      await Promise.all(packing);
    },
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [react(), namesFiles, packs],
  resolve: {
    // `@kohorte/contracts` is left out on purpose: only its types are used here, and an import of its classes,
    // which would bring class-validator into the bundle, fails the build.
    alias: { '@kohorte/rules': here('../../libs/rules/index.ts') },
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: true,
    rolldownOptions: {
      output: {
        // What every start needs comes in two files: the libraries, which change seldom, and our own code.
        // Left to itself the bundler makes some thirty, which is slow over a phone's connection.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, tags: ['$initial'], priority: 2 },
            { name: 'start', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
    // The policy allows images from data:, but fonts only as files.
    assetsInlineLimit: (file) => (file.endsWith('.svg') ? undefined : false),
  },
  server: { port: 5173, proxy: { '^/api/': 'http://localhost:3000' } },
});
