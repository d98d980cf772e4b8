import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FIELDS } from '@papan/domain';
import * as z from 'zod';
import * as contracts from './index';

/** Hash of all schemas for each version of the language. Written anew by `UPDATE=1 npx jest protocol`. */
const GOLDEN = join(__dirname, 'protocol.golden.json');

describe('the language between server and board', () => {
  it('changes its version whenever its schemas change', () => {
    const version = String(contracts.PROTOCOL_VERSION);
    const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Record<string, string>;
    if (process.env['UPDATE'] === '1') {
      golden[version] = hashOfSchemas();
      writeFileSync(GOLDEN, `${JSON.stringify(golden, null, 2)}\n`);
    }
    // Red here? The language has changed: raise PROTOCOL_VERSION in protocol.ts, then run this test with UPDATE=1.
    expect({ version, hash: hashOfSchemas() }).toEqual({ version, hash: golden[version] });
  });

  it('has a hash that sees a changed field', () => {
    const before = hashOf({ Cursor: z.strictObject({ epoch: z.number() }) });
    expect(hashOf({ Cursor: z.strictObject({ epoch: z.number().int() }) })).not.toBe(before);
    expect(hashOf({ Cursor: z.object({ epoch: z.number() }) })).not.toBe(before);
  });
});

function hashOfSchemas(): string {
  const exported: Readonly<Record<string, unknown>> = contracts;
  const schemas = Object.entries(exported).flatMap(([name, it]) =>
    it instanceof z.ZodType ? [[name, it] as const] : [],
  );
  return hashOf(Object.fromEntries(schemas));
}

/** Types that JSON Schema cannot say (the domain's own, passed through) count as "anything". */
function hashOf(schemas: Readonly<Record<string, z.ZodType>>): string {
  const described = Object.keys(schemas)
    .sort()
    .map((name) => [name, z.toJSONSchema(schemas[name] ?? z.never(), { unrepresentable: 'any', io: 'input' })]);
  return createHash('sha256')
    .update(JSON.stringify({ described, private: PRIVATE_FIELDS }))
    .digest('hex');
}
