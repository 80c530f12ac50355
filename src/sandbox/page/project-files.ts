import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folder with package.json: the same from `src` (tsx, jest) and from `dist`. */
export function projectRoot(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The sandbox page needs the project folder around it.');
  return projectRoot(parent);
}

/** What the page server hands out, and where it lies below the project root. */
const FILES: Readonly<Record<string, string>> = {
  '/': 'src/sandbox/page/index.html',
  '/vendor/adaptivecards.js': 'node_modules/adaptivecards/dist/adaptivecards.min.js',
  '/vendor/markdown-it.mjs': 'node_modules/markdown-it/dist/browser/markdown-it.esm.min.mjs',
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** A file of the page with its type, or undefined if there is none of that path. */
export async function pageFile(path: string): Promise<{ type: string; body: string } | undefined> {
  const own = /^\/page\/[a-z-]+\.(?:mjs|css|svg)$/.test(path) ? `src/sandbox${path}` : undefined;
  const file = FILES[path] ?? own;
  if (file === undefined) return undefined;
  try {
    const body = await readFile(join(projectRoot(), file), 'utf8');
    return { type: TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain', body };
  } catch {
    return undefined; // not there: the page says 404
  }
}
