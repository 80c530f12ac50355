/* global setTimeout, clearTimeout, Option */
import { listen, send } from './api.mjs';
import { forget, onceLetGo } from './letting-go.mjs';
import { avatar, make } from './make.mjs';
import { drawMessage, headlineOf, replaceMessage } from './message.mjs';
import { messageMenu } from './message-menu.mjs';
import { toast, wouldOpen } from './overlay.mjs';
import { paneParts, sharedWelcome, welcome } from './pane-parts.mjs';
import { showPrompts } from './portal.mjs';
import { signIn } from './sign-in.mjs';
import { Threads } from './thread.mjs';
import { Writing } from './writing.mjs';

const TYPING_MS = 10_000;

/** One person's Teams: whom one plays, where in Teams, what hangs there, and the line to write in. */
export class Pane {
  constructor(world, { person, place = 'personal', onWire, onClose }) {
    this.world = world;
    this.onWire = onWire;
    this.drawn = new Map();
    this.where = { person, place };
    this.build(onClose);
    this.join();
  }

  build(onClose) {
    Object.assign(this, paneParts(this.world));
    this.writing = new Writing(this);
    this.threads = new Threads(this.log, (target) => this.writing.answer(target));
    this.people.addEventListener('change', () => this.play(this.people.value));
    this.places.addEventListener('change', () => this.go(this.places.value));
    this.languages.addEventListener('change', () => this.tell('language', { locale: this.languages.value }));
    this.close.hidden = !onClose;
    this.close.addEventListener('click', () => onClose(this));
    this.log.addEventListener('click', (event) => {
      const link = event.target.closest?.('.text a');
      if (!link) return;
      event.preventDefault();
      wouldOpen(link.href);
    });
  }

  /** Becomes another person. */
  play(person, place = 'personal') {
    this.where = { person, place };
    this.join();
  }

  go(place) {
    this.where = { ...this.where, place };
    this.join();
  }

  leave() {
    this.end?.();
    forget(this);
  }

  get person() {
    return this.world.people.find(({ key }) => key === this.where.person);
  }

  get place() {
    return this.world.places.find(({ key }) => key === this.where.place);
  }

  get isShared() {
    return this.place.kind !== 'personal';
  }

  join() {
    this.leave();
    const { person, place } = this.where;
    const { name, about, locale } = this.person;
    this.people.value = person;
    const open = this.world.places.filter(({ members }) => members.length === 0 || members.includes(person));
    this.places.replaceChildren(...open.map((one) => new Option(one.name, one.key)));
    this.places.value = place;
    const picture = avatar(name);
    this.picture.replaceWith(picture);
    this.picture = picture;
    this.about.textContent = `${about} Teams in ${locale}.`;
    const where = this.isShared ? ` in ${this.place.name}` : '';
    this.element.setAttribute('aria-label', `Teams of ${name}${where}`);
    this.log.setAttribute('aria-label', `Messages ${name} sees${where}`);
    this.close.setAttribute('aria-label', `Close the Teams of ${name}${where}`);
    this.writing.begin();
    this.drawn.clear();
    this.threads.clear();
    this.log.replaceChildren();
    this.headlines = undefined;
    this.locale = undefined;
    showPrompts(this.portal, []);
    this.showTyping(false);
    this.end = listen(this.where, {
      chat: (picture) => onceLetGo(this, () => this.draw(picture)),
      typing: () => this.showTyping(true),
      wire: (entries) => this.onWire(entries),
      portal: (prompts) => showPrompts(this.portal, prompts),
    });
  }

  async say(text, more = {}) {
    if (text === '') return;
    const isHeard = !this.isShared || more.mentionsBot || text.includes(`@${this.world.botName}`);
    this.showTyping(isHeard);
    await this.tell('say', { text, ...more });
    this.showTyping(false);
  }

  /** Sends something and shows what Teams would show if it fails. */
  async tell(what, body) {
    try {
      const answer = await send(what, { ...this.where, ...body });
      if (answer.message) toast(answer.message);
      if (answer.status >= 400) toast(`The bot did not take this (${answer.status}).`);
      if (answer.status === 0) toast('The bot did not answer in time.');
      return answer;
    } catch (error) {
      toast(error.message);
      return undefined;
    }
  }

  /** Redraws only what changed, so that a half-filled card stays as it is. */
  draw({ messages, hasBot, locale }) {
    // Another pane of the same person may have chosen it; what is being chosen here is not taken back.
    if (this.locale !== locale) this.languages.value = locale;
    this.locale = locale;
    this.writing.showApp(hasBot, messages.length === 0);
    if (messages.length === 0) this.showWelcome();
    else this.log.querySelector('.welcome')?.remove();
    const ids = new Set(messages.map(({ id }) => id));
    for (const [id, { element }] of this.drawn)
      if (!ids.has(id)) {
        element.remove();
        this.drawn.delete(id);
      }
    for (const message of messages) this.put(message);
    this.noteHeadlines();
  }

  put(message) {
    const known = this.drawn.get(message.id);
    const json = JSON.stringify(message);
    if (known?.json === json) return;
    const use = (commandId, data) => this.tell('use', { messageId: message.id, commandId, data });
    const isOfPeople = this.isShared && message.from !== 'bot';
    const element = drawMessage(message, {
      onPress: (action) => this.tell('press', { messageId: message.id, action }),
      onSignIn: () => signIn(this, this.world.botName),
      menu: isOfPeople ? messageMenu(this.world.messageActions, message, use) : undefined,
    });
    if (known) replaceMessage(known.element, element);
    else this.threads.holder(message).append(element);
    this.drawn.set(message.id, { json, element });
    if (message.from === 'bot') this.showTyping(false);
    // In a channel an answer may come far above the end: that is where to look.
    if (message.thread === undefined) this.log.scrollTop = this.log.scrollHeight;
    else element.scrollIntoView({ block: 'nearest' });
  }

  /** What cards say from now on goes into the record too: one sees which state a request left for another. */
  noteHeadlines() {
    const known = this.headlines;
    this.headlines = new Map([...this.drawn].map(([id, { element }]) => [id, headlineOf(element)]));
    for (const [id, text] of this.headlines)
      if (known && text && known.get(id) !== text)
        this.onWire([{ where: 'state', at: new Date().toISOString(), text, id }]);
  }

  showWelcome() {
    const { botName } = this.world;
    const personal = {
      onSay: (line) => this.say(line),
      onInstall: () => this.tell('app', { isAdded: true }),
    };
    this.log.replaceChildren(
      this.isShared ? sharedWelcome(this.place.name, botName) : welcome(this.person, botName, personal),
    );
  }

  showTyping(isTyping) {
    clearTimeout(this.typingEnds);
    const dots = make('span', { className: 'dots' }, make('i'), make('i'), make('i'));
    this.typing.replaceChildren(...(isTyping ? [dots, `${this.world.botName} is typing…`] : []));
    if (isTyping) this.typingEnds = setTimeout(() => this.showTyping(false), TYPING_MS);
  }
}
