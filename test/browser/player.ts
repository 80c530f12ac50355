import type { Locator, Page } from 'playwright-core';

/** Whoever sits at the page: sees what is shown, clicks and types. */
export class Player {
  readonly pane: Locator;

  /** @param index 0 for the left person, 1 for the right one. */
  constructor(
    readonly page: Page,
    index = 0,
  ) {
    this.pane = page.locator('.pane').nth(index);
  }

  /** The page is drawn and its chat is connected. */
  async isThere(): Promise<void> {
    await this.pane.locator('.log > *').first().waitFor();
  }

  /** The person beside this one. */
  get other(): Player {
    return new Player(this.page, 1);
  }

  get input(): Locator {
    return this.pane.getByRole('textbox', { name: /^Message from/ });
  }

  /** The newest message of the bot's that has a card. */
  get card(): Locator {
    return this.pane.locator('.message.bot', { has: this.page.locator('.card') }).last();
  }

  button(name: string): Locator {
    return this.card.getByRole('button', { name, exact: true });
  }

  /** A button that opens something. */
  link(name: string): Locator {
    return this.card.getByRole('link', { name, exact: true });
  }

  async say(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** Chooses a line of "Try this", unfolding its group if need be. */
  async tries(line: string): Promise<void> {
    const item = this.page.locator(`.say:text-is(${JSON.stringify(line)})`);
    const group = this.page.locator('nav details details', { has: item });
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    await item.click();
  }

  /** Waits until the newest card has this heading. */
  async sees(heading: string): Promise<void> {
    await this.card.getByRole('heading', { name: heading, exact: true }).waitFor();
  }

  /** Waits until the newest card, or the whole chat, shows this text. */
  async reads(text: string | RegExp, where: Locator = this.pane): Promise<void> {
    await where.getByText(text).first().waitFor();
  }

  /** Chooses the language of Teams: what is said afterwards comes with it. */
  async speak(language: string): Promise<void> {
    const told = this.page.waitForResponse((response) => response.url().endsWith('/api/language'));
    await this.choose('Teams language', language);
    await told;
  }

  async choose(label: string, value: string): Promise<void> {
    await this.pane.getByRole('combobox', { name: label, exact: true }).selectOption(value);
  }

  /** What the newest card says. */
  text(): Promise<string> {
    return this.card.innerText();
  }

  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Dark' });
    if ((await button.getAttribute('aria-pressed')) !== String(theme === 'dark')) await button.click();
  }
}
