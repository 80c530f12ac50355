import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

type Json = Record<string, unknown>;

/** Says what is wrong with an answer of Graph by the OpenAPI slice; an empty list if nothing is. */
export function openApi(version: 'v1.0' | 'beta') {
  const file = join(__dirname, '..', 'data', 'graph', `openapi-${version}-slice.yaml`);
  const document = withNullableAsJsonSchema(parse(readFileSync(file, 'utf8'))) as {
    components: { schemas: Record<string, Json> };
  };
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
  addFormats(ajv, ['date-time', 'uuid']);
  ajv.addSchema(document, 'graph');
  const validator = (name: string): ValidateFunction => {
    const found = ajv.getSchema(`graph#/components/schemas/${name}`);
    if (!found) throw new Error(`The slice has no schema ${name}`);
    return found as ValidateFunction;
  };
  return {
    /** Problems of a value by a schema of the slice. */
    problems(name: string, value: unknown): string[] {
      const validate = validator(name);
      return validate(value) ? [] : [ajv.errorsText(validate.errors)];
    },
    /** Names of properties that the schema does not know. */
    unknownProperties(name: string, value: Json): string[] {
      const known = Object.keys(document.components.schemas[name]?.['properties'] ?? {});
      return Object.keys(value).filter(
        (property) => !property.startsWith('@odata') && !known.includes(property),
      );
    },
  };
}

/** OpenAPI 3.0 says `nullable` beside `allOf`; JSON Schema says `anyOf` with null. */
function withNullableAsJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNullableAsJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withNullableAsJsonSchema(value)]);
  const { nullable, ...rest } = Object.fromEntries(entries) as Json;
  return nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest;
}
