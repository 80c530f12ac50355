import type { HttpAnswer } from './http-answer';

/** What a page of the sign-in can say. */
export type PageKind =
  | 'signed-in'
  | 'link-expired'
  | 'visit-expired'
  | 'other-browser'
  | 'wrong-person'
  | 'declined'
  | 'consent-missing'
  | 'blocked-by-policy'
  | 'guest'
  | 'wrong-tenant'
  | 'personal-account'
  | 'unavailable'
  | 'failed';

/** The words of a page, made by `i18n`. `name` is who signed in, as it is: it is escaped here. */
export type PageWords = (
  kind: PageKind,
  language: string,
  facts: { readonly name: string },
) => { readonly title: string; readonly text: string };

/** Teams shows the page in a window of its own, in some clients in a frame. */
const TEAMS_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.teams.microsoft.us',
  'https://*.teams.microsoftonline.cn',
].join(' ');

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // teams-js reads there which hosts are Teams.
    'connect-src https://res.cdn.office.net',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${TEAMS_HOSTS}`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

type Page = {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  /** For Teams: the code that goes back as `signin/verifyState`. */
  readonly code?: string;
};

/** One page of plain words. Scripts and styles are files of ours; nothing is inline. */
export function pageAnswer(status: number, { title, text, language, code }: Page): HttpAnswer {
  const scripts = '<script src="/auth/teams-js.js"></script><script src="/auth/page.js"></script>';
  const body = [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/auth/page.css"></head>`,
    code === undefined ? '<body>' : `<body data-code="${escapeHtml(code)}">`,
    `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main>`,
    `${code === undefined ? '' : scripts}</body></html>`,
  ].join('\n');
  return { status, headers: PAGE_HEADERS, body };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
