import { z } from 'zod';
import type { GraphAccess } from '../desk/graph-access';
import type { Rows } from '../desk/ports';
import { Unreachable } from '../desk/troubles';
import { allowedCall } from './allowed-calls';
import { encodeText } from './device-paths';
import type { GraphClient } from './graph-client';

/**
 * A text inside an OData filter. A quote in the text is doubled, so it cannot end the literal.
 * @throws a bug for an empty text: Graph would ignore the filter and return everything.
 */
export function odataText(text: string): string {
  if (text.trim() === '') throw new Error('An empty text must not become a filter');
  return `'${text.replaceAll("'", "''")}'`;
}

export const equals = (property: string, text: string): string => `${property} eq ${odataText(text)}`;

export const contains = (property: string, text: string): string =>
  `contains(${property},${odataText(text)})`;

/** A directory search for words of one property; inside its quotes a backslash escapes. */
export function searchFor(property: string, text: string): string {
  if (text.trim() === '') throw new Error('An empty text must not become a search');
  return `"${property}:${text.replaceAll(/["\\]/gu, '\\$&')}"`;
}

/** Path and query. Every value is encoded whole but for the commas of a list of names. */
export function withQuery(path: string, query: Readonly<Record<`$${string}`, string>>): string {
  const parts = Object.entries(query).map(([name, value]) =>
    name === '$select' ? `${name}=${value}` : `${name}=${encodeText(value)}`,
  );
  return `${path}?${parts.join('&')}`;
}

/** With a filter that works one page suffices. Where Graph ignores it, this many pages of everything are looked through. */
export const MOST_PAGES = 5;

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional().catch(undefined),
});

/** All rows of a list, as far as {@link MOST_PAGES} reach. @throws {Trouble} */
export async function readRows(
  client: GraphClient,
  access: GraphAccess,
  path: string,
): Promise<Rows<unknown>> {
  const rows: unknown[] = [];
  let next: string | undefined = path;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { value, '@odata.nextLink': link } = readPage(await client.read(access, next, 'rows'));
    rows.push(...value);
    if (link === undefined) return { rows, more: false };
    next = nextTarget(client.endpoint, next, link);
    if (next === undefined) break;
  }
  return { rows, more: true };
}

function readPage(body: unknown): z.infer<typeof page> {
  const parsed = page.safeParse(body);
  if (!parsed.success) throw new Unreachable('intune');
  return parsed.data;
}

/**
 * A next link as path and query, or undefined when it leads away from the list: to another host, another version or
 * another path. Nothing but the list's own address may get the token.
 */
export function nextTarget(endpoint: string, list: string, link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const base = new URL(endpoint);
  const root = base.pathname.replace(/(?<!\/)\/+$/u, '');
  const own = url.origin === base.origin && !url.username && !url.password && !url.hash;
  if (!own || !url.pathname.startsWith(`${root}/`)) return undefined;
  // OData also writes managedDevices('id') for managedDevices/id.
  const path = url.pathname.slice(root.length).replaceAll(/\((?:'|%27)([^'()/]*?)(?:'|%27)\)/gu, '/$1');
  const [listPath = ''] = list.split('?');
  // The list's own spelling of the path is kept: only the question is Graph's.
  const target = `${listPath}${url.search}`;
  return isSamePath(path, listPath) && allowedCall('GET', target) ? target : undefined;
}

function isSamePath(one: string, other: string): boolean {
  try {
    return decodeURIComponent(one).toLowerCase() === decodeURIComponent(other).toLowerCase();
  } catch {
    return false; // a broken escape leads nowhere
  }
}
