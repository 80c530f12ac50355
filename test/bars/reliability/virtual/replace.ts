import Module from 'node:module';
import { join } from 'node:path';

// The bot of these proofs is the real one; only where it meets the outside it meets doubles. No switch for that is in
// its own code: whoever imports one of the named modules from now on gets some of its exports replaced.

type Exports = Readonly<Record<string, unknown>>;
type Load = (request: string, parent: unknown, isMain: boolean) => unknown;

const src = join(__dirname, '..', '..', '..', '..', 'src');
const changes = new Map<string, (real: Exports) => Exports>();
const changed = new Map<string, Exports>();

// The cast: Node's loader for CommonJS, which its types leave out.
const loader = Module as unknown as {
  _load: Load;
  _resolveFilename: (request: string, parent: unknown) => string;
};
const load = loader._load;
loader._load = function (request, parent, isMain) {
  const real = load.call(this, request, parent, isMain);
  if (changes.size === 0 || !request.startsWith('.')) return real;
  const file = loader._resolveFilename(request, parent);
  const change = changes.get(file);
  if (!change) return real;
  const known = changed.get(file);
  if (known) return known;
  // The cast: a module of the bot is an object of exports.
  const all = { ...(real as Exports), ...change(real as Exports) };
  changed.set(file, all);
  return all;
};

/** `module`: below src, without `.ts`. Must be called before the bot is imported. */
export function replaceExports(module: string, change: (real: Exports) => Exports): void {
  changes.set(join(src, `${module}.ts`), change);
}
