import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';

const folder = join(__dirname, '..', 'data', 'adaptive-cards');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as AnySchemaObject; // ajv checks it

/** Microsoft's own schema of Adaptive Cards 1.5, closed: what it does not know, it refuses. */
function compile() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addMetaSchema(read(require.resolve('ajv/dist/refs/json-schema-draft-06.json')));
  const { id: _sameInEveryVersion, ...schema } = read(join(folder, 'adaptive-card-1.5.0.json'));
  return ajv.compile(schema);
}

const validate = compile();

/** What the schema has against a card. */
export const schemaErrors = (card: unknown): string[] =>
  validate(card)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
