// Makes the two PNG files of the package from their drawings: `node appPackage/icons/rasterise.mjs`.
// Only needed after a change of a drawing: the PNG files are in the repository.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const sizes = { color: 192, outline: 32 };
const folder = import.meta.dirname;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, size] of Object.entries(sizes)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
  await page.screenshot({ path: path.join(folder, '..', `${name}.png`), omitBackground: true });
}
await browser.close();
