import { signInUrl } from '../../../src/sandbox/teams-client/single-sign-on';
import type { SignInCase } from './sign-in-cases';
import { ELEVEN_MINUTES, type SignInStage } from './sign-in-stage';

// Requests to the sign-in pages that nobody's browser should make.

type Visit = {
  readonly base: string;
  readonly url: string;
  readonly state: string;
  readonly cookie: string;
  readonly location: URL;
};

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { redirect: 'manual', headers });

/** A visit as it begins: the button of Tom's card was pressed. */
async function begin(stage: SignInStage, more = '', key = 'tom'): Promise<Visit> {
  const { card } = await stage.signInCard(key);
  const url = `${signInUrl(card) ?? ''}${more}`;
  const answer = await get(url);
  const location = new URL(answer.headers.get('location') ?? 'http://nowhere.example');
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const base = stage.sandbox.addresses.bot;
  return { base, url, cookie, location, state: location.searchParams.get('state') ?? '' };
}

/** The code that the login host gives when this person signs in on the visit. */
async function codeFor({ location }: Visit, key: string): Promise<string> {
  const page = await (await get(location.href)).text();
  const request = /name="request" value="([^"]+)"/u.exec(page)?.[1] ?? '';
  const answer = await fetch(`${location.origin}/sandbox/sign-in`, {
    ...{ method: 'POST', redirect: 'manual' },
    body: new URLSearchParams({ request, person: key, decision: 'accept' }),
  });
  return new URL(answer.headers.get('location') ?? 'http://nowhere.example').searchParams.get('code') ?? '';
}

const end = ({ base }: Visit, query: Record<string, string>, cookie?: string) =>
  get(`${base}/auth/end?${new URLSearchParams(query).toString()}`, cookie === undefined ? {} : { cookie });

/** Refused on a page of ours, without a code for Teams, and leading nowhere. */
async function refused(answer: Response): Promise<boolean> {
  const text = await answer.text();
  return (
    [400, 403, 404, 405].includes(answer.status) &&
    !text.includes('data-code') &&
    !answer.headers.has('location')
  );
}

const page = (name: string, holds: SignInCase['holds']): SignInCase => ({ name: `page: ${name}`, holds });

/** Tom's visit comes to its end in a way that it must not. */
const ending = (
  name: string,
  come: (visit: Visit, code: string, stage: SignInStage) => Promise<Response>,
  who = 'tom',
): SignInCase =>
  page(name, async (stage) => {
    const visit = await begin(stage);
    const before = stage.graphCalls();
    const isRefused = await refused(await come(visit, await codeFor(visit, who), stage));
    return isRefused && stage.graphCalls() === before;
  });

const HEADERS = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cache-control'];

export const pageCases: readonly SignInCase[] = [
  ending('no state', (visit, code) => end(visit, { code }, visit.cookie)),
  ending('a made-up state', (visit, code) => end(visit, { code, state: 'made-up' }, visit.cookie)),
  ending('the link’s ticket for a state', (visit, code) =>
    end(visit, { code, state: new URL(visit.url).searchParams.get('t') ?? '' }, visit.cookie),
  ),
  ending('a browser without the cookie', (visit, code) => end(visit, { code, state: visit.state })),
  ending('a browser with another cookie', (visit, code) =>
    end(visit, { code, state: visit.state }, visit.cookie.replace(/=.*/u, `=${'x'.repeat(43)}`)),
  ),
  ending('the cookie of somebody else’s visit', async (visit, code, stage) =>
    end(visit, { code, state: visit.state }, (await begin(stage, '', 'tina')).cookie),
  ),
  ending('somebody else’s state, in one’s own browser', async (visit, code, stage) =>
    end(visit, { code, state: (await begin(stage, '', 'tina')).state }, visit.cookie),
  ),
  ending(
    'somebody else signed in',
    (visit, code) => end(visit, { code, state: visit.state }, visit.cookie),
    'tina',
  ),
  ending('a made-up code', (visit) => end(visit, { code: 'made-up', state: visit.state }, visit.cookie)),
  ending('no code', (visit) => end(visit, { state: visit.state }, visit.cookie)),
  ending('an error with a script in it', (visit) =>
    end(visit, { error: '<script>', error_description: '<script>', state: visit.state }, visit.cookie),
  ),
  ending('by POST', ({ base, cookie, state }, code) =>
    fetch(`${base}/auth/end?state=${state}`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ code, state }),
    }),
  ),
  page('twice at the same time: once', async (stage) => {
    const visit = await begin(stage);
    const query = { code: await codeFor(visit, 'tom'), state: visit.state };
    const answers = await Promise.all([end(visit, query, visit.cookie), end(visit, query, visit.cookie)]);
    const again = await end(visit, query, visit.cookie);
    await stage.sandbox.openChat('tom').say('sign out');
    return (
      [...answers, again]
        .map(({ status }) => status)
        .sort()
        .join() === '200,400,400'
    );
  }),
  page('another redirect address in the link changes nothing', async (stage) => {
    const { location, base } = await begin(stage, '&redirect_uri=https://evil.example/&next=//evil.example');
    return (
      location.searchParams.get('redirect_uri') === `${base}/auth/end` && !location.href.includes('evil')
    );
  }),
  page('proof of the code’s exchange is asked for', async (stage) => {
    const { location } = await begin(stage);
    const { searchParams } = location;
    return (
      searchParams.get('code_challenge_method') === 'S256' &&
      (searchParams.get('code_challenge') ?? '').length === 43
    );
  }),
  page('a link without ticket, and with a made-up one', async (stage) => {
    const start = `${stage.sandbox.addresses.bot}/auth/start`;
    return (await refused(await get(start))) && (await refused(await get(`${start}?t=made-up`)));
  }),
  page('codes that are guessed, and the right one after five', async (stage) => {
    const { chat } = await stage.signInCard('sergei');
    const last = await chat.browser.answerSignIn(await chat.openSignIn(), 'sergei', 'accept');
    const code = /\sdata-code="([^"]+)"/u.exec(last.body)?.[1] ?? '';
    const guesses = ['123456', '000000', 'a', code.slice(0, -1), `${code}x`, code];
    const statuses: number[] = [];
    for (const guess of guesses) statuses.push((await chat.sendSignInCode(guess)).status);
    return code.length >= 20 && statuses.every((status) => status === 403);
  }),
  page('every page forbids foreign scripts, frames, sniffing and keeping', async (stage) => {
    const answer = await get(`${stage.sandbox.addresses.bot}/auth/end`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    return (
      HEADERS.every((name) => answer.headers.has(name)) && /default-src 'none'.*frame-ancestors/u.test(policy)
    );
  }),
  page('a visit that took too long', async (stage) => {
    const visit = await begin(stage);
    const code = await codeFor(visit, 'tom');
    stage.pass(ELEVEN_MINUTES);
    return refused(await end(visit, { code, state: visit.state }, visit.cookie));
  }),
];
