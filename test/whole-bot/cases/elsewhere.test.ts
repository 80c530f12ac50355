import { everybodySees, has, isNow, openHelpDesk, raises, says, signsIn, type HelpDesk } from './help-desk';

// Requests that do not come from where the team reads along, and people who may not raise or take them.

let desk: HelpDesk;
beforeEach(async () => {
  desk = await openHelpDesk();
});
afterEach(() => desk.stop());

const tomBindsTheChannel = async () => {
  await signsIn(desk, 'tom');
  await desk.inChannel('tom').say('use this channel');
  await desk.inChannel('tom').text(says('note.help-channel-set'));
};

test('written in a personal chat, it is posted in the help channel as a thread of its own', async () => {
  await tomBindsTheChannel();
  const before = desk.graphCalls();
  const anna = desk.alone('anna');
  await anna.say("my laptop LAPTOP-7F3K won't print");
  await anna.text(says('note.case-raised', { number: 1 }));
  const own = await anna.card(has('case-withdraw'));
  expect(own.text).toMatch(/won't print/);
  await desk.played.sandbox.requests('connector', /^POST .*\/v3\/conversations$/u);
  await anna.press('case-withdraw');
  await anna.card(isNow('withdrawn'));
  await desk.played.sandbox.requests('connector', /^PUT .*;messageid=/u);
  expect(desk.graphCalls()).toBe(before);
});

test('"ask for help" raises a request, also for a technician', async () => {
  await tomBindsTheChannel();
  await desk.alone('tom').say('ask for help');
  await desk.alone('tom').card(has('case-withdraw'));
});

test('without a help channel it says so, and raises nothing', async () => {
  await desk.alone('anna').say('ask for help');
  await desk.alone('anna').text(says('note.no-help-channel'));
});

test('only a technician binds the help channel, and only a channel is bound', async () => {
  await desk.inChannel('bert').say('use this channel');
  await desk.inChannel('bert').text(says('note.take-in-personal-chat'));
  await signsIn(desk, 'tom');
  await desk.alone('tom').say('use this channel');
  await desk.alone('tom').text(says('note.only-in-a-channel'));
});

test('a technician whom the bot cannot write to takes nothing, and learns how to change that', async () => {
  await raises(desk, 'anna', 'my screen flickers');
  const refused = await desk.inChannel('tina').press('case-take');
  expect(refused.card?.text).toMatch(says('note.install-first'));
  const link = refused.card?.actions.find(({ type }) => type === 'Action.OpenUrl');
  expect(link?.url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/app\//u);
  expect(has('case-take')(await everybodySees(desk, isNow('open')))).toBe(true);
});

test('the first time it is taken through the personal chat, and the sign-in takes nothing by itself', async () => {
  await desk.alone('tina').install();
  await raises(desk, 'anna', 'my screen flickers');
  const first = await desk.inChannel('tina').press('case-take');
  expect(first.card?.text).toMatch(says('note.take-in-personal-chat'));
  const offered = await desk.alone('tina').card(has('case-take'));
  await everybodySees(desk, isNow('open'));
  await desk.alone('tina').press('case-take', {}, { on: offered });
  await everybodySees(desk, /Tina Okafor is on it/);
});

test('an end user does not take anything, whatever their client shows', async () => {
  await desk.alone('bert').say('queue');
  await desk.alone('bert').text(/technician/i);
  await raises(desk, 'anna', 'my screen flickers');
  const pressed = await desk.inChannel('bert').press('case-take');
  expect(pressed.card?.text).toMatch(says('case.refusal.not-a-technician'));
  await everybodySees(desk, isNow('open'));
});

test('a guest gets one clear refusal', async () => {
  await desk.inChannel('gus').say('my screen flickers');
  await desk.inChannel('gus').text(/guest/i);
  expect(desk.inChannel('maria').cards()).toEqual([]);
});

test('a card pressed in another conversation opens nothing', async () => {
  const card = await raises(desk, 'anna', 'my screen flickers');
  await signsIn(desk, 'tom');
  const elsewhere = desk.played.sandbox.openGroupChat('Lunch', ['tom', 'bert']).as('tom');
  const actions = card.actions.map((action) => ({ ...action, verb: 'case-view' }));
  const pressed = await elsewhere.press('case-view', {}, { on: { ...card, actions } });
  expect(pressed.message).toMatch(says('note.case-not-here'));
});

test('a message is made a request for whoever wrote it', async () => {
  await tomBindsTheChannel();
  await desk.inChannel('anna').say('<b>my screen</b> flickers', { mentionsBot: false });
  const message = desk.thread.conversation.messages.at(-1);
  const done = await desk.inChannel('bert').useOn(message?.id ?? '', {
    ...{ commandId: 'makeHelpRequest', data: {} },
  });
  expect(done.message).toMatch(says('note.case-raised', { number: 1 }));
  expect((await everybodySees(desk, /flickers/)).text).toMatch(/Anna Vogel/);
});

test('what was raised twice in a row is one request', async () => {
  await raises(desk, 'anna', 'my screen flickers');
  await desk.inChannel('anna').say('my screen flickers');
  await desk.inChannel('anna').text(says('note.case-raised', { number: 1 }));
  expect(desk.inChannel('maria').cards()).toHaveLength(1);
});

test('a technician’s own "help me with device" is no request: it goes on in their personal chat', async () => {
  await signsIn(desk, 'tom');
  await desk.inChannel('tom').say('help me with device LAPTOP-7F3K');
  await desk.alone('tom').card(has('request-assistance'));
  expect(desk.inChannel('maria').cards()).toEqual([]);
});

test('muted, the requester hears no more; the card still tells', async () => {
  await signsIn(desk, 'tom');
  await desk.alone('anna').install();
  await raises(desk, 'anna', 'my screen flickers');
  await desk.inChannel('anna').press('case-mute');
  await desk.inChannel('tom').press('case-take');
  await desk.alone('tom').press('case-resolve');
  await everybodySees(desk, says('case.outcome.solved'));
  expect(
    desk
      .alone('anna')
      .cards()
      .filter(({ text }) => says('case.told.taken').test(text) || says('case.told.closed').test(text)),
  ).toEqual([]);
});

test('urgent comes first in the queue, which shows ten and more on demand', async () => {
  await signsIn(desk, 'tom');
  for (let n = 11; n <= 22; n += 1) {
    await desk.inChannel('anna').say(`screen ${n} flickers`);
    await everybodySees(desk, new RegExp(`screen ${n}`, 'u'));
  }
  await desk.inChannel('anna').press('case-urgent');
  await desk.alone('tom').say('queue');
  const first = await desk.alone('tom').card(says('case.queue.heading', { count: 12 }));
  expect(first.text.search(/Urgent/u)).toBeLessThan(first.text.search(/screen 11|#1\b/u));
  expect(first.actions.filter(({ verb }) => verb === 'case-open')).toHaveLength(10);
  const opened = await desk.alone('tom').press('case-open', {}, { on: first });
  expect(opened.card && has('case-take')(opened.card)).toBe(true);
  const more = await desk.alone('tom').press('queue', {}, { on: first });
  expect(more.card?.actions.filter(({ verb }) => verb === 'case-open')).toHaveLength(2);
});

test('in a meeting, from another tenant, or edited afterwards: nothing is raised', async () => {
  const { sandbox } = desk.played;
  await sandbox.openMeetingChat('Monday', ['anna', 'bert']).as('anna').say('my screen flickers');
  await sandbox.openThread('Shared', ['frida', 'bert']).as('frida').say('my screen flickers');
  await desk.inChannel('bert').say('thanks, it works again');
  const message = desk.thread.conversation.messages.find(({ from }) => from === 'bert');
  await desk.inChannel('bert').afterwards(message?.id ?? '', { kind: 'edited', text: 'my screen flickers' });
  await desk.inChannel('bert').afterwards(message?.id ?? '', { kind: 'liked' });
  await signsIn(desk, 'tom');
  await desk.alone('tom').card(says('case.queue.empty'));
});

describe('where nobody has said who is a technician', () => {
  beforeEach(async () => {
    await desk.stop();
    desk = await openHelpDesk({ environment: { TECHNICIAN_ROLES: '' } });
  });

  test('a complaint in a channel is raised; a device that is asked for is somebody’s work', async () => {
    await raises(desk, 'anna', "my laptop LAPTOP-7F3K won't print");
    await desk.inChannel('tom').say('help me with device LAPTOP-7F3K');
    await desk.inChannel('tom').text(/chat/iu);
    expect(desk.inChannel('maria').cards()).toHaveLength(1);
  });

  test('the confirm card has a way out for whoever needs help themselves', async () => {
    await tomBindsTheChannel();
    await desk.alone('tom').say('help me with device LAPTOP-7F3K');
    await desk.alone('tom').press('case-raise');
    await desk.alone('tom').text(says('note.case-raised', { number: 2 }));
    await desk.alone('tom').card(has('case-withdraw'));
    expect(desk.played.posts()).toEqual([]);
  });
});
