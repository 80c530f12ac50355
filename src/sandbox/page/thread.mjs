import { make } from './make.mjs';

/** The threads of a channel, oldest first: where each message belongs, and a button to answer. */
export class Threads {
  constructor(log, onReply) {
    this.log = log;
    this.onReply = onReply;
    this.drawn = new Map();
  }

  clear() {
    this.drawn.clear();
  }

  /** The element that holds the messages of a thread; the log itself where there are no threads. */
  holder({ thread, name, text }) {
    if (thread === undefined) return this.log;
    const known = this.drawn.get(thread);
    if (known) return known;
    const messages = make('div', { className: 'messages' });
    const reply = make('button', { type: 'button', className: 'reply', textContent: 'Reply' });
    reply.addEventListener('click', () => this.onReply({ thread, name, text }));
    const element = make(
      'section',
      { className: 'thread', 'aria-label': `Thread of ${name}` },
      messages,
      reply,
    );
    this.log.append(element);
    this.drawn.set(thread, messages);
    return messages;
  }
}
