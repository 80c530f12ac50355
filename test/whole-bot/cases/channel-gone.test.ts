import { has, listsQueue, openHelpDesk, says, signsIn, type HelpDesk } from './help-desk';

// The help channel goes away, with the bot told of it or not.

let desk: HelpDesk;
beforeEach(async () => {
  desk = await openHelpDesk();
  await signsIn(desk, 'tom');
  await desk.inChannel('tom').say('use this channel');
  await desk.inChannel('tom').text(says('note.help-channel-set'));
});
afterEach(() => desk.stop());

const helpChannel = () => desk.played.sandbox.openChannel('Help desk', []);

test('the bot is removed from the team: whoever asks for help alone is told that nobody would see it', async () => {
  await helpChannel().removeBot('maria');
  await desk.alone('anna').say('ask for help');
  await desk.alone('anna').text(says('note.no-help-channel'));
  expect(desk.alone('anna').cards().filter(has('case-withdraw'))).toEqual([]);
});

test('the bot is removed from another team: the help channel stays', async () => {
  const lunch = desk.played.sandbox.openChannel('Lunch', ['maria']);
  await lunch.removeBot('maria');
  await desk.alone('anna').say('ask for help');
  await desk.alone('anna').text(says('note.case-raised', { number: 1 }));
});

test('nobody told the bot: who raised it learns that it is in the queue alone, and the next one is told', async () => {
  helpChannel().channel.hasBot = false;
  await desk.alone('anna').say('ask for help');
  await desk.alone('anna').text(says('note.case-raised', { number: 1 }));
  await desk
    .alone('anna')
    .card((card) => has('case-withdraw')(card) && says('case.not-posted').test(card.text));
  await desk.alone('tom').say('queue');
  await desk.alone('tom').card((card) => listsQueue(card) && /#1\b/u.test(card.text));
  await desk.alone('bert').say('ask for help');
  await desk.alone('bert').text(says('note.no-help-channel'));
});
