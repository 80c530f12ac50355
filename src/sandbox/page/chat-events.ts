import type { Stream } from '../http';
import type { Sandbox } from '../sandbox';
import type { Chat } from '../teams-client/chat';
import { pictureOf } from './chat-picture';
import { promptsFor } from './company-portal';

/** How much of the record a page that opens late still gets. */
const RECENT_ENTRIES = 200;

/** Between two looks at the person's devices: a session link appears there by itself. */
const PORTAL_MS = 500;

/** Server-sent events of one chat: the chat after each change, typing, the wire, and the person's Company Portal. */
export function chatEvents(sandbox: Sandbox, chat: Chat, botName: string): Stream {
  return {
    stream: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const send = (event: string, data: unknown) => {
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      const nameOf = (key: string) => sandbox.tenant.person(key).name;
      const sendChat = () => {
        send('chat', pictureOf(chat, botName, nameOf));
      };
      const ends = [
        chat.view.onChange(sendChat),
        sandbox.parts.conversations.onHappening(({ kind, conversation }) => {
          if (kind === 'typing' && conversation === chat.view.conversation) send('typing', {});
        }),
        sandbox.wire.onEntry((entry) => {
          send('wire', [entry]);
        }),
        watchPortal(sandbox, chat, (prompts) => {
          send('portal', prompts);
        }),
      ];
      response.on('close', () => {
        for (const end of ends) end();
      });
      send('wire', sandbox.wire.entries.slice(-RECENT_ENTRIES));
      sendChat();
    },
  };
}

/** Calls back whenever the prompts on the person's devices are others than before; returns what ends it. */
function watchPortal(sandbox: Sandbox, chat: Chat, onChange: (prompts: unknown) => void): () => void {
  let known = '[]';
  const timer = setInterval(() => {
    const prompts = promptsFor(sandbox, chat.person);
    const seen = JSON.stringify(prompts);
    if (seen === known) return;
    known = seen;
    onChange(prompts);
  }, PORTAL_MS).unref();
  return () => {
    clearInterval(timer);
  };
}
