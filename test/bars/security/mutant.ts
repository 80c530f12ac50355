import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { compileFunction } from 'node:vm';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

/** A change to the source of the product: `from` stands there exactly once. */
export type Edit = { readonly file: string; readonly from: string; readonly to: string };

const root = join(__dirname, '..', '..', '..', 'src');
const options = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
const compiled = new Map<string, string>();

type Loaded = { exports: Record<string, unknown> };

/**
 * Loads modules of the product afresh, with their source changed: what a check is worth shows when it is gone.
 * Nothing of it reaches the modules that are loaded already.
 * @throws when an edit does not fit the source any more.
 */
export function loadWith(edits: readonly Edit[]): (file: string) => Record<string, unknown> {
  const loaded = new Map<string, Loaded>();
  const load = (path: string): Record<string, unknown> => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module: Loaded = { exports: {} };
    loaded.set(path, module);
    const outside = createRequire(path);
    const require = (id: string): unknown =>
      id.startsWith('.') ? load(`${join(dirname(path), id)}.ts`) : outside(id);
    const run = compileFunction(
      scriptOf(path, edits),
      ['exports', 'require', 'module', '__filename', '__dirname'],
      {
        filename: path,
      },
    ) as (...given: unknown[]) => void; // compileFunction's type knows no signature
    run(module.exports, require, module, path, dirname(path));
    return module.exports;
  };
  return (file) => load(join(root, file));
}

function scriptOf(path: string, edits: readonly Edit[]): string {
  const own = edits.filter(({ file }) => file === relative(root, path));
  const ready = own.length === 0 ? compiled.get(path) : undefined;
  if (ready !== undefined) return ready;
  const source = own.reduce(change, readFileSync(path, 'utf8'));
  const script = transpileModule(source, { compilerOptions: options, fileName: path }).outputText;
  if (own.length === 0) compiled.set(path, script);
  return script;
}

function change(source: string, { file, from, to }: Edit): string {
  if (source.split(from).length !== 2) throw new Error(`The mutant does not fit ${file} any more: ${from}`);
  return source.replace(from, () => to);
}
