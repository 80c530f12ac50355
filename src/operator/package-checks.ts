import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type SchemaObject } from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** What the package command needs to know of a manifest; the schema vouches for it. */
export type Manifest = {
  readonly version: string;
  readonly name: { readonly short: string };
  readonly icons: { readonly color: string; readonly outline: string };
  readonly bots?: readonly {
    readonly commandLists?: readonly {
      readonly commands: readonly { readonly title: string; readonly description?: string }[];
    }[];
  }[];
  readonly composeExtensions?: readonly {
    readonly commands?: readonly {
      readonly title: string;
      readonly description?: string;
      readonly parameters?: readonly { readonly title: string; readonly description?: string }[];
    }[];
  }[];
  readonly localizationInfo?: {
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
  };
};
/** JSON path of a text in the manifest → that text in another language. */
export type LanguageFile = Readonly<Record<string, string>>;

const schemas = path.join(__dirname, '..', '..', 'appPackage', 'schemas');

/** Microsoft's own schemas: closed, so what they do not know, they refuse. */
function compile<T>(file: string, unicodeRegExp: boolean) {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp });
  addFormats(ajv);
  const schema = JSON.parse(readFileSync(path.join(schemas, file), 'utf8')) as SchemaObject; // ajv checks it
  return ajv.compile<T>(schema);
}

const compileBoth = () => ({
  manifest: compile<Manifest>('teams-manifest-v1.30.schema.json', true),
  // One of its patterns has a lone `]`, which is an error in a Unicode pattern.
  language: compile<LanguageFile>('teams-manifest-v1.30.Localization.schema.json', false),
});
let compiled: ReturnType<typeof compileBoth> | undefined;

/** Half a second of work, so done once, and only when a package is made. */
export const packageSchemas = () => (compiled ??= compileBoth());

type Validator = {
  readonly errors?: readonly { instancePath: string; message?: string; params: object }[] | null;
};

/** What a schema found in a file, one line each. */
export function schemaProblems(file: string, { errors }: Validator): readonly string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const place = instancePath === '' ? '' : ` at ${instancePath}`;
    const unknown = 'additionalProperty' in params ? ` (${String(params.additionalProperty)})` : '';
    return `appPackage/${file}${place} ${message ?? 'is wrong'}${unknown}: change it in that file.`;
  });
}

/** A name in braces that nothing was filled in for. */
export function placeholderProblems(file: string, content: unknown): readonly string[] {
  const left = textsIn(content).flatMap((text) => text.match(/\{\{[^{}]{0,60}\}\}|\{\{|\}\}/gu) ?? []);
  return [...new Set(left)].map(
    (placeholder) =>
      `appPackage/${file} still holds ${placeholder}: write the text itself, or a name that npm run package knows.`,
  );
}

const textsIn = (content: unknown): readonly string[] =>
  typeof content === 'string'
    ? [content]
    : typeof content === 'object' && content !== null
      ? Object.values(content).flatMap(textsIn)
      : [];

/** The JSON paths of all texts of the manifest that a language file translates. */
export function translatableKeys(manifest: Manifest): readonly string[] {
  const commands = (manifest.bots ?? []).flatMap(({ commandLists }, bot) =>
    (commandLists ?? []).flatMap((list, nth) =>
      list.commands.flatMap((command, at) =>
        keysOf(`bots[${bot}].commandLists[${nth}].commands[${at}]`, command),
      ),
    ),
  );
  const actions = (manifest.composeExtensions ?? []).flatMap((extension, nth) =>
    (extension.commands ?? []).flatMap((command, at) => {
      const key = `composeExtensions[${nth}].commands[${at}]`;
      const parameters = command.parameters ?? [];
      return [
        ...keysOf(key, command),
        ...parameters.flatMap((parameter, index) => keysOf(`${key}.parameters[${index}]`, parameter)),
      ];
    }),
  );
  return ['name.short', 'name.full', 'description.short', 'description.full', ...commands, ...actions];
}

const keysOf = (key: string, { description }: { readonly description?: string }): readonly string[] =>
  description === undefined ? [`${key}.title`] : [`${key}.title`, `${key}.description`];

/** Where a key is missing, Teams shows the English text; a key that leads nowhere translates nothing. */
export function keyProblems(file: string, language: LanguageFile, manifest: Manifest): readonly string[] {
  const wanted = new Set(translatableKeys(manifest));
  const found = Object.keys(language).filter((key) => key !== '$schema');
  return [
    ...[...wanted]
      .filter((key) => !found.includes(key))
      .map((key) => `appPackage/${file} lacks ${key}: translate it.`),
    ...found
      .filter((key) => !wanted.has(key))
      .map((key) => `appPackage/${file} translates ${key}, which the manifest lacks: remove it.`),
  ];
}

const PNG = '89504e470d0a1a0a';

/** Teams takes square PNG files of exactly these sizes. */
export function iconProblems(file: string, bytes: Buffer, size: number): readonly string[] {
  const isPng = bytes.length > 24 && bytes.subarray(0, 8).toString('hex') === PNG;
  // Signature, length and name of the first chunk, then width and height.
  if (isPng && bytes.readUInt32BE(16) === size && bytes.readUInt32BE(20) === size) return [];
  return [`appPackage/${file} must be a PNG file of ${size} × ${size} pixels: draw it anew.`];
}
