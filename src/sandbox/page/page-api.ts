import { z } from 'zod';
import type { Ask, Reply } from '../http';
import { parseJson } from '../json';
import type { Sandbox } from '../sandbox';
import type { Person } from '../tenant/person';
import type { Page } from '../teams-client/browser';
import { signInCode } from '../teams-client/browser';
import type { Chat } from '../teams-client/chat';
import { chatEvents } from './chat-events';
import type { Places } from './places';
import { situations } from './situations';

const where = { person: z.string(), place: z.string().default('personal') };

const requests = {
  say: z.object({ ...where, text: z.string().min(1) }),
  press: z.object({
    ...where,
    messageId: z.string(),
    action: z.object({
      type: z.string(),
      title: z.string().default(''),
      verb: z.string().optional(),
      data: z.record(z.string(), z.unknown()).default({}),
    }),
  }),
  install: z.object(where),
  language: z.object({ ...where, locale: z.string() }),
  'sign-in/open': z.object(where),
  'sign-in/answer': z.object({ ...where, decision: z.enum(['accept', 'cancel']) }),
};

/** What the page asks of the sandbox; the page talks to nothing else. */
export class PageApi {
  /** Sign-in pages that were opened and not answered yet, by person. */
  private readonly signIns = new Map<string, Page>();

  constructor(
    private readonly sandbox: Sandbox,
    private readonly places: Places,
  ) {}

  async answer(ask: Ask): Promise<Reply> {
    const what = ask.url.pathname.replace(/^\/api\//, '');
    if (ask.method === 'GET' && what === 'world') return { status: 200, body: this.world() };
    if (ask.method === 'GET' && what === 'events') return this.events(ask.url.searchParams);
    // A form on some other page cannot send JSON: nobody else can make the browser press buttons here.
    if (ask.method !== 'POST' || ask.headers['content-type'] !== 'application/json') return notFound;
    const body = parseJson(ask.body);
    switch (what) {
      case 'say':
        return this.with(requests.say, body, (chat, { text }) => chat.say(text));
      case 'press':
        return this.with(requests.press, body, (chat, { messageId, action }) =>
          chat.carryOut(messageId, {
            type: action.type,
            title: action.title,
            data: action.data,
            ...(action.verb === undefined ? {} : { verb: action.verb }),
          }),
        );
      case 'install':
        return this.with(requests.install, body, (chat) => chat.install());
      case 'language':
        return this.with(requests.language, body, (chat, { locale }) => {
          chat.client.locale = locale === '' ? undefined : locale;
        });
      case 'sign-in/open':
        return this.with(requests['sign-in/open'], body, (chat) => this.openSignIn(chat));
      case 'sign-in/answer':
        return this.with(requests['sign-in/answer'], body, (chat, form) =>
          this.answerSignIn(chat, form.decision),
        );
      default:
        return notFound;
    }
  }

  private async with<T extends { person: string; place: string }>(
    shape: z.ZodType<T>,
    body: unknown,
    act: (chat: Chat, request: T) => unknown,
  ): Promise<Reply> {
    const request = shape.safeParse(body);
    if (!request.success) return { status: 400, body: { problem: z.prettifyError(request.error) } };
    const chat = this.places.chat(request.data.person, request.data.place);
    if (!chat) return notFound;
    return { status: 200, body: (await act(chat, request.data)) ?? {} };
  }

  private world() {
    const people = this.sandbox.tenant.people.map((person) => {
      const { key, name, about, locale } = person;
      return { key, name, about, locale, kind: this.kindOf(person) };
    });
    return {
      people,
      botName: this.places.botName,
      places: this.places.list(),
      situations: situations(this.sandbox.tenant.devices),
    };
  }

  private kindOf({ isGuest, tid, behaviour }: Person): 'technician' | 'user' | 'outsider' {
    if (isGuest || tid !== this.sandbox.tenant.id) return 'outsider';
    return behaviour.roles.length > 0 ? 'technician' : 'user';
  }

  private events(query: URLSearchParams): Reply {
    const chat = this.places.chat(query.get('person') ?? '', query.get('place') ?? 'personal');
    return chat ? chatEvents(this.sandbox, chat, this.places.botName) : notFound;
  }

  private async openSignIn(chat: Chat) {
    const page = await chat.openSignIn();
    this.signIns.set(chat.person.key, page);
    const isSignIn = page.body.includes('/sandbox/sign-in');
    return { isSignIn, account: chat.person.upn, ...wordsOf(page) };
  }

  private async answerSignIn(chat: Chat, decision: 'accept' | 'cancel') {
    const page = this.signIns.get(chat.person.key);
    if (!page) return { isOver: true };
    this.signIns.delete(chat.person.key);
    const last = await chat.browser.answerSignIn(page, chat.person.key, decision);
    const code = decision === 'accept' ? signInCode(last) : undefined;
    if (code !== undefined) await chat.sendSignInCode(code);
    return { isOver: true, hasCode: code !== undefined, ...wordsOf(last) };
  }
}

/** What a page says, for the window that the page of the sandbox plays. */
function wordsOf({ body }: Page): { title: string; text: string } {
  const [, title = 'Sign-in'] = /<h1>([^<]*)<\/h1>/.exec(body) ?? [];
  const [, text = ''] = /<p>([^<]*)<\/p>/.exec(body) ?? [];
  return { title: plain(title), text: plain(text) };
}

const plain = (html: string) =>
  html
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const notFound: Reply = { status: 404, body: { problem: 'There is no such thing here.' } };
