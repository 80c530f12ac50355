import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Environment } from '../config';
import {
  iconProblems,
  keyProblems,
  packageSchemas,
  placeholderProblems,
  schemaProblems,
  type LanguageFile,
  type Manifest,
} from './package-checks';
import { readValues, type PackageOptions, type Values } from './package-values';

export type Packed =
  | {
      readonly ok: true;
      readonly zip: Uint8Array;
      readonly manifest: Manifest;
      /** What the administrator should know though nothing is wrong. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

// The folder lies beside src as well as beside dist.
const root = path.join(__dirname, '..', '..');
const ownFolder = path.join(root, 'appPackage');

/** The Teams app package for this environment: manifest, icons and language files, filled in and checked. */
export function packApp(env: Environment, options: PackageOptions = {}, folder = ownFolder): Packed {
  const read = readValues(env, options, ownVersion());
  if (!read.ok) return read;
  const { files, manifest, problems } = readFiles(folder, read.values);
  if (!manifest || problems.length > 0) return { ok: false, problems };
  return { ok: true, zip: zipSync(files, { level: 9, mtime: ALWAYS }), manifest, notes: read.notes };
}

/** The same package is the same file, byte for byte. The oldest date that a zip can hold. */
const ALWAYS = new Date(1980, 0, 1);

function ownVersion(): string {
  const own: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : '';
}

type Files = {
  readonly files: Record<string, Uint8Array>;
  readonly manifest: Manifest | undefined;
  readonly problems: readonly string[];
};

/** Every file of the package, and everything that is wrong with any of them. */
function readFiles(folder: string, values: Values): Files {
  const problems: string[] = [];
  const reader = fileReader(folder, problems);
  const schemas = packageSchemas();
  const files: Record<string, Uint8Array> = {};
  const template = reader.json('manifest.json');
  if (template === undefined) return { files, manifest: undefined, problems };

  const manifest = fill(template, values);
  problems.push(...placeholderProblems('manifest.json', manifest));
  if (!schemas.manifest(manifest)) {
    problems.push(...schemaProblems('manifest.json', schemas.manifest));
    return { files, manifest: undefined, problems };
  }
  files['manifest.json'] = asJson(manifest);
  for (const [file, size] of iconsOf(manifest)) {
    const icon = reader.bytes(file);
    if (!icon) continue;
    problems.push(...iconProblems(file, icon, size));
    files[file] = icon;
  }
  for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) {
    const language = reader.json(file);
    if (language === undefined) continue;
    problems.push(...languageProblems(file, language, manifest, schemas.language));
    files[file] = asJson(language);
  }
  return { files, manifest, problems };
}

const iconsOf = ({ icons }: Manifest) =>
  [
    [icons.color, 192],
    [icons.outline, 32],
  ] as const;

function languageProblems(
  file: string,
  language: unknown,
  manifest: Manifest,
  validate: ReturnType<typeof packageSchemas>['language'],
): readonly string[] {
  const left = placeholderProblems(file, language);
  if (!validate(language)) return [...left, ...schemaProblems(file, validate)];
  const checked: LanguageFile = language;
  return [...left, ...keyProblems(file, checked, manifest)];
}

const asJson = (content: unknown): Uint8Array => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

/** Puts values into the texts of parsed JSON: a quotation mark in a value cannot end a text. */
function fill(template: unknown, values: Values): unknown {
  const known = new Map<string, string>(Object.entries(values));
  const fillIn = (_key: string, value: unknown): unknown =>
    typeof value === 'string'
      ? value.replace(/\{\{([A-Z_]{1,40})\}\}/gu, (whole, name: string) => known.get(name) ?? whole)
      : value;
  return JSON.parse(JSON.stringify(template), fillIn);
}

function fileReader(folder: string, problems: string[]) {
  const bytes = (file: string): Buffer | undefined => {
    try {
      return readFileSync(path.join(folder, file));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      problems.push(`appPackage/${file} cannot be read (${code}): put it there.`);
      return undefined;
    }
  };
  const json = (file: string): unknown => {
    const text = bytes(file)?.toString('utf8');
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`appPackage/${file} is no JSON (${why}): correct it.`);
      return undefined;
    }
  };
  return { bytes, json };
}
