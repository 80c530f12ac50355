import type { Stream } from '../http';
import type { Sandbox } from '../sandbox';
import type { Chat } from '../teams-client/chat';
import { pictureOf } from './chat-picture';

/** How much of the record a page that opens late still gets. */
const RECENT_ENTRIES = 200;

/** Server-sent events of one chat: the whole chat after each change, typing, and what goes over the wire. */
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
      ];
      response.on('close', () => {
        for (const end of ends) end();
      });
      send('wire', sandbox.wire.entries.slice(-RECENT_ENTRIES));
      sendChat();
    },
  };
}
