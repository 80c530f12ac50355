import type { Conversation } from '../connector/conversation';
import type { Stream } from '../http';
import type { Sandbox } from '../sandbox';
import type { Chat } from '../teams-client/chat';
import { pictureOf } from './chat-picture';
import { promptsFor } from './company-portal';
import type { Places } from './places';

/** How much of the record a page that opens late still gets. */
const RECENT_ENTRIES = 200;

/** Between two looks at the person's devices: a session link appears there by itself. */
const PORTAL_MS = 500;

/** Whose Teams, and where in it. */
export interface Where {
  readonly person: string;
  readonly place: string;
}

/** Server-sent events of one place: what hangs there after each change, typing, the wire, and the Company Portal. */
export function chatEvents(sandbox: Sandbox, places: Places, { person, place }: Where): Stream {
  return {
    stream: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const send = (event: string, data: unknown) => {
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      const nameOf = (key: string) => sandbox.tenant.person(key).name;
      const sendChat = () => {
        const messages = watched.chats().flatMap((chat) => pictureOf(chat, places.botName, nameOf));
        send('chat', { messages, hasBot: places.hasBot(person, place), locale: places.localeOf(person) });
      };
      const watched = watchChats(() => places.chats(person, place), sendChat);
      const ends = [
        watched.end,
        places.onChange(sendChat),
        sandbox.parts.conversations.onHappening(({ kind, conversation }) => {
          if (!places.isAt(person, place, conversation)) return;
          if (kind === 'typing') send('typing', {});
          else if (!watched.knows(conversation)) sendChat();
        }),
        sandbox.wire.onEntry((entry) => {
          send('wire', [entry]);
        }),
        // A prompt is on the person's device, wherever they look in Teams: it is drawn beside the personal chat.
        ...(place === 'personal'
          ? [
              watchPortal(sandbox, person, (prompts) => {
                send('portal', prompts);
              }),
            ]
          : []),
      ];
      response.on('close', () => {
        for (const end of ends) end();
      });
      send('wire', sandbox.wire.entries.slice(-RECENT_ENTRIES));
      sendChat();
    },
  };
}

/** How many pages look at a chat: its cards refresh themselves as long as there is one. */
const lookers = new WeakMap<Chat, number>();

function look(chat: Chat, more: 1 | -1): void {
  const before = lookers.get(chat) ?? 0;
  lookers.set(chat, before + more);
  if (before + more === 0) chat.client.close();
  else if (before === 0) chat.client.open();
}

/** Looks at the chats of a place, those that come later included. */
function watchChats(find: () => readonly Chat[], onChange: () => void) {
  const open = new Map<Chat, () => void>();
  return {
    chats: (): readonly Chat[] => {
      const chats = find();
      for (const chat of chats)
        if (!open.has(chat)) {
          open.set(chat, chat.view.onChange(onChange));
          look(chat, 1);
        }
      return chats;
    },
    /** Whether changes of this conversation are told already; a new thread is not known yet. */
    knows: (conversation: Conversation) =>
      [...open.keys()].some(({ view }) => view.conversation === conversation),
    end: () => {
      for (const [chat, end] of open) {
        end();
        look(chat, -1);
      }
    },
  };
}

/** Calls back whenever the prompts on the person's devices are others than before; returns what ends it. */
function watchPortal(sandbox: Sandbox, key: string, onChange: (prompts: unknown) => void): () => void {
  let known = '[]';
  const timer = setInterval(() => {
    const prompts = promptsFor(sandbox, sandbox.tenant.person(key));
    const seen = JSON.stringify(prompts);
    if (seen === known) return;
    known = seen;
    onChange(prompts);
  }, PORTAL_MS).unref();
  return () => {
    clearInterval(timer);
  };
}
