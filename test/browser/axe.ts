import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { undisturbed } from './undisturbed';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const report = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** What axe-core finds wrong with the page as it is now, or with a part of it: all its rules, one text each. */
export function violations(page: Page, part = 'html'): Promise<string[]> {
  return undisturbed(page, () => runAxe(page, part));
}

async function runAxe(page: Page, part: string): Promise<string[]> {
  // Evaluated by the debugger: the page's own policy lets no foreign script in.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const found: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(part)}, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return report
    .parse(found)
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n${html}\n${failureSummary}`),
    );
}
