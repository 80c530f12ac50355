import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(__dirname, '..', '..', 'data', 'naughty-strings', 'blns.json');

/** The Big List of Naughty Strings: 485 texts that are likely to break software. */
export const naughtyStrings = JSON.parse(readFileSync(file, 'utf8')) as readonly string[]; // the file is ours
