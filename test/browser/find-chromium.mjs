import { accessSync, constants } from 'node:fs';

/** Where Debian and Ubuntu install it. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Before all stories: without a browser every one of them would fail in its own words. */
export default function findChromium() {
  try {
    accessSync(chromiumPath, constants.X_OK);
  } catch {
    console.error(
      `\nThe browser tests need Chromium at ${chromiumPath}: install Debian's package "chromium", or name another one in CHROMIUM_PATH.\n`,
    );
    process.exit(1);
  }
}
