const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether the bot's connector token may travel to this address. */
export type ServiceUrlGuard = (serviceUrl: string) => boolean;

/**
 * Guards the bot's token: https only (http on loopback), a listed host, nothing before or behind it. `*.` in the
 * list stands for one or more labels; a host without a port means the default port, on loopback any.
 */
export function guardServiceUrls(allowed: readonly string[]): ServiceUrlGuard {
  const hosts = allowed.map((host) => host.toLowerCase());
  return (serviceUrl) => {
    const url = parsed(serviceUrl);
    if (!url || url.username || url.password || url.search || url.hash) return false;
    // What the parser would have to repair is not what was signed and compared.
    if (/[\s\\@#?]/.test(serviceUrl)) return false;
    const loopback = LOOPBACK.has(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return false;
    return hosts.some((host) => matches(url, host, loopback));
  };
}

function matches(url: URL, allowed: string, loopback: boolean): boolean {
  if (allowed.startsWith('*.'))
    return (
      url.port === '' && url.hostname.endsWith(allowed.slice(1)) && url.hostname.length > allowed.length - 1
    );
  return url.host === allowed || (loopback && url.hostname === allowed);
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
