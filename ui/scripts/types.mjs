// Makes src/protocol.gen.ts from the JSON Schema that `snowparty schema` prints. Usage: node scripts/types.mjs < schema.json > src/protocol.gen.ts
import { readFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

// A description beside a $ref makes the compiler invent a second name (Clock1) for the same type.
function plainRefs(node) {
  if (Array.isArray(node)) return node.map(plainRefs);
  if (node === null || typeof node !== 'object') return node;
  if (typeof node.$ref === 'string') return { $ref: node.$ref };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainRefs(value)]));
}

const schema = plainRefs(JSON.parse(readFileSync(0, 'utf8')));
const banner = '/* Generated from the Rust types by scripts/types.mjs. Not to be edited. */\n/* eslint-disable */';
const source = await compile(schema, 'Wire', {
  additionalProperties: false,
  bannerComment: banner,
  unreachableDefinitions: true,
  format: true,
  style: { singleQuote: true },
});
// The compiler notes for each type where it was referenced; that says nothing to a reader.
process.stdout.write(source.replace(/\n \*\n \* This interface was referenced by `Wire`'s JSON-Schema\n( \* via the `definition` ".*"\.\n)?/g, '\n'));
