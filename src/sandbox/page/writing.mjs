/* global Option */

/** The line to write in: in shared places with what one answers, whom one mentions, and whether the bot is there. */
export class Writing {
  constructor(pane) {
    this.pane = pane;
    this.target = undefined;
    const { form, newPost, bot, mention, app } = pane;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
    newPost.addEventListener('click', () => this.answer(undefined));
    bot.addEventListener('click', () =>
      bot.setAttribute('aria-pressed', String(bot.getAttribute('aria-pressed') !== 'true')),
    );
    mention.addEventListener('change', () => this.mention());
    app.addEventListener('click', () => pane.tell('app', { isAdded: app.dataset.isThere !== 'true' }));
  }

  /** The pane has come to another place. */
  begin() {
    const { pane } = this;
    const { name } = pane.person;
    const { botName, people } = pane.world;
    const to = pane.isShared ? `in ${pane.place.name}` : `to ${botName}`;
    pane.input.setAttribute('aria-label', `Message from ${name} ${to}`);
    pane.form.classList.toggle('in-shared', pane.isShared);
    for (const part of [pane.bot, pane.mention]) part.hidden = !pane.isShared;
    const others = people.filter(({ key }) => pane.place.members.includes(key) && key !== pane.where.person);
    pane.mention.replaceChildren(
      new Option('@…', ''),
      ...others.map((one) => new Option(one.name, one.name)),
    );
    this.answer(undefined);
  }

  /** Chooses the thread that the next line goes to; none: it begins one. */
  answer(target) {
    this.target = target;
    const { answering, newPost, input, place } = this.pane;
    newPost.hidden = !target;
    const isChannel = place.kind === 'channel';
    const opening = target?.text.replaceAll(/<at>([^<]*)<\/at>/g, '@$1').slice(0, 60);
    answering.textContent = target ? `Reply to ${target.name}: ${opening}` : isChannel ? 'New post' : '';
    if (target) input.focus();
  }

  mention() {
    const { mention, input } = this.pane;
    if (mention.value !== '') input.value = `${input.value.trimEnd()} @${mention.value} `.trimStart();
    mention.value = '';
    input.focus();
  }

  send() {
    const { input, bot, isShared } = this.pane;
    const text = input.value.trim();
    input.value = '';
    const more = isShared ? { mentionsBot: bot.getAttribute('aria-pressed') === 'true' } : {};
    this.pane.say(text, this.target ? { ...more, thread: this.target.thread } : more);
    this.answer(undefined);
  }

  /** Whether the bot is here, and the button that adds or removes it. */
  showApp(isThere, isEmpty) {
    const { app, place, element } = this.pane;
    const words = {
      personal: ['Add the app', 'Remove the app'],
      channel: ['Add the bot to the team', 'Remove the bot from the team'],
    }[place.kind];
    // An empty personal chat offers to add the app where one looks first.
    app.hidden = !words || (place.kind === 'personal' && isEmpty && !isThere);
    app.dataset.isThere = String(isThere);
    app.textContent = words?.[isThere ? 1 : 0] ?? '';
    element.classList.toggle('without-bot', !isThere);
  }
}
