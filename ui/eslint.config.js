import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import compat from 'eslint-plugin-compat';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/protocol.gen.ts', 'public'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.ts'],
    ...compat.configs['flat/recommended'],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.ts'],
    // What src/lib/old.ts brings along.
    settings: { polyfills: ['queueMicrotask', 'globalThis', 'Promise.allSettled', 'Object.fromEntries', 'Array.flat', 'Array.flatMap', 'Array.at'] },
  },
  { files: ['scripts/**/*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `void task()` says that nobody waits for it.
      'no-void': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
);
