import { isLoopback } from '../outbound';

/** An address to which a token may go: https, or http on this machine; nothing hidden before or behind it. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text) || /[\s\\@?#]/u.test(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** A host, host:port, or `*.` before at least two labels. */
export function isHost(text: string): boolean {
  const named =
    /^(?:\*\.[a-z0-9-]{1,63}\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,10}(?::(\d{1,5}))?$/u.exec(text) ??
    /^\[[0-9a-f:]{2,39}\](?::(\d{1,5}))?$/u.exec(text);
  return named !== null && Number(named[1] ?? 443) <= 65_535;
}

/** Under these, anybody gets a name of their own for the asking. */
const SHARED = new Set([
  ...['azurewebsites.net', 'trafficmanager.net', 'azurefd.net', 'azureedge.net', 'azurestaticapps.net'],
  ...['cloudapp.net', 'azure.com', 'azure.net', 'windows.net', 'sharepoint.com', 'onmicrosoft.com'],
  ...['amazonaws.com', 'cloudfront.net', 'appspot.com', 'run.app', 'web.app', 'herokuapp.com', 'github.io'],
  ...['vercel.app', 'netlify.app', 'pages.dev', 'workers.dev', 'ngrok.io', 'ngrok.app', 'ngrok-free.app'],
  ...['devtunnels.ms', 'nip.io', 'sslip.io'],
]);

/** Such as `co.uk` and `com.au`: a country's second level, below which everybody registers. */
const COUNTRY_SECOND_LEVEL = /^(?:ac|co|com|edu|go|gob|gov|ne|net|or|org)\.[a-z]{2}$/u;

/** Whether a wildcard takes in hosts of people who have nothing to do with each other. */
export function isTooWide(host: string): boolean {
  if (!host.startsWith('*.')) return false;
  const parent = host.slice(2);
  const lastTwo = parent.split('.').slice(-2).join('.');
  return COUNTRY_SECOND_LEVEL.test(parent) || SHARED.has(lastTwo);
}
