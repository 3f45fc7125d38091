import { defineConfig } from 'vitest/config';

// The oldest browsers that must run the pages: a TV of 2019–2020 and an iPhone that gets no more updates.
const OLDEST = ['chrome64', 'safari13'];

export default defineConfig({
  base: '/',
  build: {
    target: OLDEST,
    cssTarget: OLDEST,
    outDir: 'dist',
    assetsDir: 'assets',
    // A data: URI would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        index: 'index.html',
        tv: 'tv.html',
        play: 'play.html',
        host: 'host.html',
        canvas: 'canvas.html',
      },
    },
  },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  // A machine that is busy with other things is slow, and not wrong.
  test: { include: ['src/**/*.test.ts'], setupFiles: ['src/lib/fake.setup.ts'], environment: 'node', testTimeout: 60_000 },
});
