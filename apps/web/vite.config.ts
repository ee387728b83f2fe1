import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
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
    // The policy allows images from data:, but fonts only as files.
    assetsInlineLimit: (file) => (file.endsWith('.svg') ? undefined : false),
  },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
});
