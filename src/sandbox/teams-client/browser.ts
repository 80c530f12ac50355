/** A page that a browser has arrived at. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly body: string;
}

const MOST_REDIRECTS = 10;

/** Where our sign-in page carries the code that it hands to Teams (it does so in a script, which we do not run). */
const CODE = /\sdata-code="([^"]+)"/;

/** A person's browser, without scripts: cookies by host, redirects followed one by one, forms. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  open(url: string): Promise<Page> {
    return this.go(url, { method: 'GET' });
  }

  /** Answers the sandbox's sign-in page, and whatever posts itself after it. */
  async answerSignIn(page: Page, person: string, decision: 'accept' | 'cancel'): Promise<Page> {
    const request = /name="request" value="([^"]+)"/.exec(page.body)?.[1];
    if (request === undefined)
      throw new Error(`This is no sign-in page: ${page.status} ${page.url}\n${page.body}`);
    const after = await this.post(new URL('/sandbox/sign-in', page.url).href, { request, person, decision });
    return /document\.forms\[0\]\.submit\(\)/.test(after.body) ? this.submit(after) : after;
  }

  /** Posts the page's only form with its hidden fields. */
  submit(page: Page): Promise<Page> {
    const action = unescape(/<form[^<>]* action="([^"<>]+)"/.exec(page.body)?.[1] ?? page.url);
    const fields = [...page.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const values = Object.fromEntries(
      fields.map(([, name = '', value = '']) => [unescape(name), unescape(value)]),
    );
    return this.post(new URL(action, page.url).href, values);
  }

  post(url: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    return this.go(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async go(url: string, init: RequestInit): Promise<Page> {
    let [target, request] = [url, init];
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
      const response = await fetch(target, {
        ...request,
        redirect: 'manual',
        headers: { cookie: this.cookiesFor(target) },
      });
      this.keepCookies(target, response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null)
        return { status: response.status, url: target, body: await response.text() };
      await response.arrayBuffer();
      [target, request] = [new URL(location, target).href, { method: 'GET' }];
    }
    throw new Error(`Redirected more than ${MOST_REDIRECTS} times, last to ${target}`);
  }

  private cookiesFor(url: string): string {
    const jar = this.jars.get(new URL(url).host) ?? new Map<string, string>();
    return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keepCookies(url: string, lines: readonly string[]): void {
    const { host } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*max-age=0/i.test(line) || value === '') jar.delete(name);
      else jar.set(name, value);
    }
  }
}

/** The one-time code that a finished sign-in page hands to Teams, if it shows one. */
export function signInCode(page: Page): string | undefined {
  const code = CODE.exec(page.body)?.[1];
  return code === undefined ? undefined : unescape(code);
}

function unescape(html: string): string {
  return html
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
