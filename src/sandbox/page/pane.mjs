/* global setTimeout, clearTimeout, Option */
import { listen, send } from './api.mjs';
import { avatar, make } from './make.mjs';
import { drawMessage, headlineOf, replaceMessage } from './message.mjs';
import { toast, wouldOpen } from './overlay.mjs';
import { paneParts, welcome } from './pane-parts.mjs';
import { showPrompts } from './portal.mjs';
import { signIn } from './sign-in.mjs';

const TYPING_MS = 10_000;

/** One person's Teams: whom one plays, the chat, and the line to write in. */
export class Pane {
  constructor(world, { person, onWire }) {
    this.world = world;
    this.onWire = onWire;
    this.drawn = new Map();
    this.where = { person, place: 'personal' };
    this.build();
    this.join();
  }

  build() {
    Object.assign(this, paneParts(this.world));
    this.people.addEventListener('change', () => this.play(this.people.value));
    this.places.addEventListener('change', () => this.go(this.places.value));
    this.languages.addEventListener('change', () => this.speak());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.say(this.input.value.trim());
      this.input.value = '';
    });
    this.log.addEventListener('click', (event) => {
      const link = event.target.closest?.('.text a');
      if (!link) return;
      event.preventDefault();
      wouldOpen(link.href);
    });
  }

  /** Becomes another person. */
  play(person) {
    this.where = { person, place: 'personal' };
    this.languages.value = '';
    this.join();
  }

  go(place) {
    this.where = { ...this.where, place };
    this.join();
  }

  leave() {
    this.end?.();
  }

  /** The language of Teams, for everything that is sent from here on. */
  speak() {
    return this.tell('language', { locale: this.languages.value });
  }

  get person() {
    return this.world.people.find(({ key }) => key === this.where.person);
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
    this.element.setAttribute('aria-label', `Teams of ${name}`);
    this.log.setAttribute('aria-label', `Messages ${name} sees`);
    this.input.setAttribute('aria-label', `Message from ${name} to ${this.world.botName}`);
    this.drawn.clear();
    this.log.replaceChildren();
    this.headlines = undefined;
    showPrompts(this.portal, []);
    this.showTyping(false);
    this.speak();
    this.end = listen(this.where, {
      chat: (messages) => this.draw(messages),
      typing: () => this.showTyping(true),
      wire: (entries) => this.onWire(entries),
      portal: (prompts) => showPrompts(this.portal, prompts),
    });
  }

  async say(text) {
    if (text === '') return;
    this.showTyping(true);
    await this.tell('say', { text });
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
  draw(messages) {
    if (messages.length === 0) this.showWelcome();
    else this.log.querySelector('.welcome')?.remove();
    const ids = new Set(messages.map(({ id }) => id));
    for (const [id, { element }] of this.drawn)
      if (!ids.has(id)) {
        element.remove();
        this.drawn.delete(id);
      }
    for (const message of messages) this.place(message);
    this.noteHeadlines();
  }

  place(message) {
    const known = this.drawn.get(message.id);
    const json = JSON.stringify(message);
    if (known?.json === json) return;
    const element = drawMessage(message, {
      onPress: (action) => this.tell('press', { messageId: message.id, action }),
      onSignIn: () => signIn(this, this.world.botName),
    });
    if (known) replaceMessage(known.element, element);
    else this.log.append(element);
    this.drawn.set(message.id, { json, element });
    if (message.from === 'bot') this.showTyping(false);
    this.log.scrollTop = this.log.scrollHeight;
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
    this.log.replaceChildren(
      welcome(this.person, this.world.botName, {
        onSay: (line) => this.say(line),
        onInstall: () => this.tell('install', {}),
      }),
    );
  }

  showTyping(isTyping) {
    clearTimeout(this.typingEnds);
    const dots = make('span', { className: 'dots' }, make('i'), make('i'), make('i'));
    this.typing.replaceChildren(...(isTyping ? [dots, `${this.world.botName} is typing…`] : []));
    if (isTyping) this.typingEnds = setTimeout(() => this.showTyping(false), TYPING_MS);
  }
}
