// Runs the bundle beside it with V8's code cache: the processes of a kill run are started by the hundred.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const folder = dirname(fileURLToPath(import.meta.url));
const bundle = join(folder, `${process.argv[2]}.js`);
const cache = `${bundle}.cache`;
const script = new Script(
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`,
  { filename: bundle, ...(existsSync(cache) && { cachedData: readFileSync(cache) }) },
);
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(bundle), loaded, bundle, folder);
if (!existsSync(cache)) {
  // Others may be reading: it appears whole.
  writeFileSync(`${cache}.${process.pid}`, script.createCachedData());
  renameSync(`${cache}.${process.pid}`, cache);
}
