import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

// Prints every regular expression of src/understand as JSON lines: the literals, as the compiler reads them, and those that
// are put together while the room is loaded. A process of its own, since it looks over the shoulder of `RegExp`.

const room = join(__dirname, '..', '..', 'src', 'understand');
const found = new Map<string, { readonly source: string; readonly flags: string; readonly where: string }>();

function keep(source: string, flags: string, where: string): void {
  const key = `/${source}/${flags}`;
  if (!found.has(key)) found.set(key, { source, flags, where });
}

function keepLiterals(file: string): void {
  const tree = ts.createSourceFile(
    file,
    readFileSync(join(room, file), 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      keep(node.text.slice(1, end), node.text.slice(end + 1), file);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

async function keepConstructed(): Promise<void> {
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [source, flags]: [string, string | undefined]) => {
      keep(source, flags ?? '', 'put together');
      return new target(source, flags);
    },
  });
  await import('../../src/understand/understand.js');
  const { compiledCues } = await import('../../src/understand/cue-sets.js');
  globalThis.RegExp = Original;
  for (const { source, flags } of compiledCues) keep(source, flags, 'cue');
}

async function main(): Promise<void> {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts'))) keepLiterals(file);
  await keepConstructed();
  for (const pattern of found.values()) process.stdout.write(`${JSON.stringify(pattern)}\n`);
}

void main();
