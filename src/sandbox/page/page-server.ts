import { listen, type Ask, type Listening, type Reply } from '../http';
import type { Sandbox } from '../sandbox';
import { PageApi } from './page-api';
import { Places } from './places';
import { pageFile } from './project-files';

/** No script, style or picture from anywhere else; the card renderer sets styles on elements. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** Serves the page on which one plays the people. */
export function startPage(sandbox: Sandbox, port: number, botName = 'Device Assist'): Promise<Listening> {
  const api = new PageApi(sandbox, new Places(sandbox, botName));
  return listen('the page', port, (ask) => answer(api, ask));
}

async function answer(api: PageApi, ask: Ask): Promise<Reply> {
  // A foreign name that points to 127.0.0.1 must not reach the sandbox through somebody's browser.
  if (!['127.0.0.1', 'localhost'].includes(ask.url.hostname)) return { status: 421, body: 'Wrong host' };
  if (ask.url.pathname.startsWith('/api/')) return api.answer(ask);
  const file = await pageFile(ask.url.pathname);
  if (!file) return { status: 404, body: 'Not found' };
  const headers = {
    'content-type': file.type,
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body: file.body };
}
