import { z } from 'zod';
import type { Ask, Reply } from '../http';
import { parseJson } from '../json';
import type { Sandbox } from '../sandbox';
import type { Person } from '../tenant/person';
import type { Page } from '../teams-client/browser';
import { signInCode } from '../teams-client/browser';
import { chatEvents } from './chat-events';
import { readMentions } from './mentions';
import { messageActions } from './message-actions';
import type { Places } from './places';
import { situations } from './situations';

const where = { person: z.string(), place: z.string().default('personal') };

const requests = {
  say: z.object({
    ...where,
    text: z.string().min(1),
    /** The thread that is answered; without it a new one begins. */
    thread: z.string().optional(),
    mentionsBot: z.boolean().default(false),
  }),
  use: z.object({
    ...where,
    messageId: z.string(),
    commandId: z.string(),
    data: z.record(z.string(), z.string()).default({}),
  }),
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
  app: z.object({ ...where, isAdded: z.boolean() }),
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
        return this.with(requests.say, body, (request) => this.say(request));
      case 'press':
        return this.with(requests.press, body, ({ person, place, messageId, action }) =>
          this.places.chatWith(person, place, messageId)?.carryOut(messageId, {
            type: action.type,
            title: action.title,
            data: action.data,
            ...(action.verb === undefined ? {} : { verb: action.verb }),
          }),
        );
      case 'use':
        return this.with(requests.use, body, ({ person, place, messageId, commandId, data }) =>
          this.places.chatWith(person, place, messageId)?.useOn(messageId, { commandId, data }),
        );
      case 'app':
        return this.with(requests.app, body, ({ person, place, isAdded }) =>
          this.places.changeApp(person, place, isAdded),
        );
      case 'language':
        return this.with(requests.language, body, ({ person, locale }) => {
          this.places.speak(person, locale);
        });
      case 'sign-in/open':
        return this.with(requests['sign-in/open'], body, ({ person }) => this.openSignIn(person));
      case 'sign-in/answer':
        return this.with(requests['sign-in/answer'], body, ({ person, decision }) =>
          this.answerSignIn(person, decision),
        );
      default:
        return notFound;
    }
  }

  private async with<T extends { person: string; place: string }>(
    shape: z.ZodType<T>,
    body: unknown,
    act: (request: T) => unknown,
  ): Promise<Reply> {
    const request = shape.safeParse(body);
    if (!request.success) return { status: 400, body: { problem: z.prettifyError(request.error) } };
    if (!this.places.isOpenTo(request.data.person, request.data.place)) return notFound;
    return { status: 200, body: (await act(request.data)) ?? {} };
  }

  private say({ person, place, thread, ...line }: z.infer<typeof requests.say>) {
    const chat = this.places.chatToWriteIn(person, place, thread);
    if (!chat) return undefined;
    const { conversation } = chat.view;
    if (conversation.kind === 'personal') return chat.say(line.text);
    const { text, mentions, mentionsBot } = readMentions(
      line.text,
      conversation.members,
      this.places.botName,
    );
    return chat.say(text, { mentions, mentionsBot: mentionsBot || line.mentionsBot });
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
      messageActions: messageActions(),
      situations: situations(this.sandbox.tenant.devices),
    };
  }

  private kindOf({ isGuest, tid, behaviour }: Person): 'technician' | 'user' | 'outsider' {
    if (isGuest || tid !== this.sandbox.tenant.id) return 'outsider';
    return behaviour.roles.length > 0 ? 'technician' : 'user';
  }

  private events(query: URLSearchParams): Reply {
    const at = { person: query.get('person') ?? '', place: query.get('place') ?? 'personal' };
    if (!this.places.isOpenTo(at.person, at.place)) return notFound;
    return chatEvents(this.sandbox, this.places, at);
  }

  /** Sign-in cards hang in personal chats only, so that nobody else sees them. */
  private async openSignIn(person: string) {
    const chat = this.sandbox.personalChat(person);
    const page = await chat.openSignIn();
    this.signIns.set(person, page);
    const isSignIn = page.body.includes('/sandbox/sign-in');
    return { isSignIn, account: chat.person.upn, ...wordsOf(page) };
  }

  private async answerSignIn(person: string, decision: 'accept' | 'cancel') {
    const page = this.signIns.get(person);
    if (!page) return { isOver: true };
    this.signIns.delete(person);
    const chat = this.sandbox.personalChat(person);
    const last = await chat.browser.answerSignIn(page, person, decision);
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
