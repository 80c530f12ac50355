import { Player } from './player';
import type { Stage, View } from './stage';

/** A channel as one of its members sees it, and the personal chats of a requester and a technician. */
export type HelpDesk = { readonly channel: Player; readonly anna: Player; readonly tom: Player };

/** Both sides have the app, speak English, and Tom is known as a technician. */
export async function openHelpDesk(stage: Stage, view: View = {}): Promise<HelpDesk> {
  const query = 'panes=anna:channel,anna:personal,tom:personal';
  const channel = await stage.open({ query, ...view });
  const [anna, tom] = [new Player(channel.page, 1), new Player(channel.page, 2)];
  for (const player of [anna, tom]) await player.isThere();
  await anna.speak('en');
  await anna.pane.getByRole('button', { name: 'Add the app' }).click();
  await anna.sees('Hello, I am Device Assist');
  await tom.say('queue');
  await tom.sees('The queue is empty');
  return { channel, anna, tom };
}

/** A technician takes what hangs in the channel. */
export async function takes({ channel }: HelpDesk, who: string): Promise<void> {
  await channel.choose('Play', who);
  await channel.choose('in', 'channel');
  await channel.press('Take it');
}
