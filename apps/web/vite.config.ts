import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Says in the page where the texts of each language are, so that `first.js` can ask for them at once. */
const namesTexts: Plugin = {
  name: 'kohorte-names-texts',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const tags = Object.values(bundle ?? {}).flatMap((chunk) => {
        const language = /locales\/(\w+)\/learner\.ts$/.exec(
          (chunk.type === 'chunk' && chunk.facadeModuleId) || '',
        )?.[1];
        return language ? [`<meta name="texts-${language}" content="/${chunk.fileName}" />\n    `] : [];
      });
      return html.replace('<script src="/first.js">', `${tags.join('')}$&`);
    },
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [react(), namesTexts],
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
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
});
