import type { Chat } from '../../../src/sandbox/teams-client/chat';
import {
  isNow,
  says,
  asksFor,
  everybodySees,
  has,
  openHelpDesk,
  raises,
  signsIn,
  type HelpDesk,
} from './help-desk';

// What happens over time and across languages: restarts, reminders, places that go away.

let desk: HelpDesk | undefined;
afterEach(() => desk?.stop());

test('the bot is restarted between any two steps, and nothing is lost or done twice', async () => {
  desk = await openHelpDesk();
  const { played, inChannel, alone } = desk;
  await signsIn(desk, 'tom');
  await alone('anna').install();
  await played.restart();
  await raises(desk, 'anna', "my laptop LAPTOP-7F3K won't print");
  await played.restart();
  await inChannel('tom').press('case-take');
  await played.restart();
  await everybodySees(desk, /Tom Becker is on it/);
  await alone('tom').press('case-devices');
  await alone('tom').card(has('pick'));
  await played.restart();
  // The bot has no token of Tom's any more: the first press signs him in again, and acts on nothing.
  const signedIn = () =>
    alone('tom')
      .texts()
      .filter((text) => /signed in/i.test(text)).length;
  const before = signedIn();
  await alone('tom').press(/LAPTOP-7F3K/);
  await alone('tom').view.wait('one more sign-in', () => signedIn() > before || undefined);
  await asksFor(desk, 'tom', /LAPTOP-7F3K/);
  await played.restart();
  await alone('tom').card(/session is ready/i);
  await everybodySees(desk, isNow('in-session'));
  await played.restart();
  await alone('tom').press('case-resolve');
  await played.restart();
  await everybodySees(desk, says('case.outcome.solved'));
  await alone('anna').card(says('case.told.closed'));
  expect(played.posts()).toHaveLength(1);
  expect(inChannel('maria').cards()).toHaveLength(1);
});

test('requester, technician and channel each read their own language', async () => {
  desk = await openHelpDesk();
  const { alone, inChannel } = desk;
  await signsIn(desk, 'tom');
  await inChannel('tom').say('use this channel');
  await inChannel('tom').text(says('note.help-channel-set'));
  await signsIn(desk, 'sergei');
  await alone('yuki').install();
  await inOwnLanguage(inChannel('yuki')).say('LINK-3S が起動しません');
  const card = await inChannel('maria').card(has('case-take'));
  expect(card.card['lang']).toBe('en');
  const taken = await inOwnLanguage(inChannel('sergei')).press('case-take', {}, { on: card });
  expect(taken.card?.card['lang']).toBe('ru');
  const technician = await inOwnLanguage(alone('sergei')).card(has('case-resolve'));
  expect(technician.card['lang']).toBe('ru');
  const told = await inOwnLanguage(alone('yuki')).card(has('case-mute'));
  expect(told.card['lang']).toBe('ja');
});

function inOwnLanguage(chat: Chat): Chat {
  chat.client.locale = undefined;
  return chat;
}

test('the channel is reminded of what nobody takes, a few times and no more', async () => {
  desk = await openHelpDesk({}, { caseLimits: { nudgeAfter: 150, mostNudges: 2 }, caseTick: 30 });
  await raises(desk, 'anna', 'my screen flickers');
  const { inChannel } = desk;
  const reminders = () =>
    inChannel('maria')
      .cards()
      .filter(({ text }) => /is still waiting/u.test(text));
  await inChannel('maria').view.wait('two reminders', () => reminders().length === 2 || undefined);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(reminders()).toHaveLength(2);
});

test('the bot is removed from the team: the request lives on, and its card counts as unreachable', async () => {
  desk = await openHelpDesk();
  await signsIn(desk, 'tom');
  await raises(desk, 'anna', 'my screen flickers');
  desk.thread.conversation.gone = 'forbidden';
  await desk.alone('tom').say('queue');
  const queue = await desk.alone('tom').card(says('case.queue.heading', { count: 1 }));
  await desk.alone('tom').press('case-open', {}, { on: queue });
  await desk.alone('tom').press('case-take');
  await desk.alone('tom').card(has('case-resolve'));
  const mine = await desk.alone('tom').press(
    'my-requests',
    {},
    {
      on: { ...queue, actions: [{ type: 'Action.Execute', title: '', verb: 'my-requests', data: {} }] },
    },
  );
  expect(mine.card?.text).toMatch(isNow('taken'));
});
