/* global document, setTimeout, clearTimeout, Option */
import { listen, send } from './api.mjs';
import { drawCard, drawSignIn, drawText } from './drawing.mjs';
import { ask, toast, wouldOpen } from './overlay.mjs';
import { paneParts } from './pane-parts.mjs';

const TYPING_MS = 10_000;

/** One person's Teams: whom one plays, the chat, and the line to write in. */
export class Pane {
  constructor(world, { person, onWire, isDark }) {
    this.world = world;
    this.onWire = onWire;
    this.isDark = isDark;
    this.drawn = new Map();
    this.where = { person, place: 'personal' };
    this.build();
    this.join();
  }

  build() {
    Object.assign(this, paneParts(this.world));
    this.people.addEventListener('change', () => this.play(this.people.value));
    this.places.addEventListener('change', () => this.go(this.places.value));
    this.languages.addEventListener('change', () => this.tell('language', { locale: this.languages.value }));
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

  join() {
    this.leave();
    const { person, place } = this.where;
    const { name, about, locale } = this.world.people.find(({ key }) => key === person);
    this.people.value = person;
    const open = this.world.places.filter(({ members }) => members.length === 0 || members.includes(person));
    this.places.replaceChildren(...open.map((one) => new Option(one.name, one.key)));
    this.places.value = place;
    this.about.textContent = `${about} (${locale})`;
    this.element.setAttribute('aria-label', `Teams of ${name}`);
    this.log.setAttribute('aria-label', `Messages ${name} sees`);
    this.input.setAttribute('aria-label', `Message from ${name} to ${this.world.botName}`);
    this.drawn.clear();
    this.log.replaceChildren();
    this.showTyping(false);
    this.end = listen(this.where, {
      chat: (messages) => this.draw(messages),
      typing: () => this.showTyping(true),
      wire: (entries) => this.onWire(entries),
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
      if (answer.status >= 400) toast('Something went wrong. Please try again.');
      return answer;
    } catch (error) {
      toast(error.message);
      return undefined;
    }
  }

  /** Redraws only what changed, so that a half-filled card stays as it is. */
  draw(messages) {
    const ids = new Set(messages.map(({ id }) => id));
    for (const [id, { element }] of this.drawn)
      if (!ids.has(id)) {
        element.remove();
        this.drawn.delete(id);
      }
    for (const message of messages) {
      const known = this.drawn.get(message.id);
      const json = JSON.stringify(message);
      if (known?.json === json) continue;
      const element = this.drawMessage(message);
      const hadFocus = known?.element.contains(document.activeElement);
      if (known) known.element.replaceWith(element);
      else this.log.append(element);
      this.drawn.set(message.id, { json, element, message });
      if (hadFocus) element.focus();
      if (message.from === 'bot') this.showTyping(false);
      this.log.scrollTop = this.log.scrollHeight;
    }
  }

  drawMessage(message) {
    const element = document.createElement('article');
    element.className = `message ${message.from}`;
    element.tabIndex = -1;
    const name = document.createElement('h3');
    name.textContent = message.isEdited ? `${message.name} (edited)` : message.name;
    element.append(name);
    if (message.text) element.append(drawText(message));
    for (const card of message.cards) element.append(this.drawOneCard(message.id, card));
    if (message.signIn) element.append(drawSignIn(message.signIn, () => this.signIn()));
    return element;
  }

  drawOneCard(messageId, content) {
    const frame = drawCard(content, {
      isDark: this.isDark(),
      onLink: wouldOpen,
      onPress: async (action) => {
        frame.setAttribute('aria-busy', 'true');
        await this.tell('press', { messageId, action });
        frame.removeAttribute('aria-busy');
      },
    });
    return frame;
  }

  redraw() {
    const messages = [...this.drawn.values()].map(({ message }) => message);
    this.drawn.clear();
    this.log.replaceChildren();
    this.draw(messages);
  }

  async signIn() {
    const page = await this.tell('sign-in/open', {});
    if (!page) return;
    if (!page.isSignIn)
      return ask({
        title: 'The sign-in page did not open',
        text: `The bot answered ${page.status} at ${page.url}.`,
        buttons: [{ label: 'Close', value: 'closed', isMain: true }],
      });
    const decision = await ask({
      title: 'Sign in to the sandbox tenant',
      text: `${this.world.botName} asks to read managed devices and act on them on behalf of ${page.account}.`,
      buttons: [
        { label: 'Accept', value: 'accept', isMain: true },
        { label: 'Cancel', value: 'cancel' },
      ],
    });
    await this.tell('sign-in/answer', { decision: decision ?? 'cancel' });
  }

  showTyping(isTyping) {
    clearTimeout(this.typingEnds);
    this.typing.textContent = isTyping ? `${this.world.botName} is typing…` : '';
    if (isTyping) this.typingEnds = setTimeout(() => this.showTyping(false), TYPING_MS);
  }
}
