import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-files';

const manifest = z.looseObject({
  composeExtensions: z
    .array(
      z.looseObject({
        commands: z.array(
          z.looseObject({
            id: z.string(),
            title: z.string(),
            description: z.string().default(''),
            context: z.array(z.string()).default([]),
            parameters: z
              .array(
                z.looseObject({ name: z.string(), title: z.string(), description: z.string().default('') }),
              )
              .default([]),
          }),
        ),
      }),
    )
    .default([]),
});

/** What the app offers in the menu of a message: read from the manifest that administrators upload. */
export function messageActions() {
  const text = readFileSync(join(projectRoot(), 'appPackage', 'manifest.json'), 'utf8');
  const { composeExtensions } = manifest.parse(JSON.parse(text));
  return composeExtensions
    .flatMap(({ commands }) => commands)
    .filter(({ context }) => context.includes('message'))
    .map(({ id, title, description, parameters }) => ({
      ...{ id, title, description },
      fields: parameters.map((field) => ({
        ...{ name: field.name, title: field.title, description: field.description },
      })),
    }));
}
