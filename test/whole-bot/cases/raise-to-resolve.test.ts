import {
  isNow,
  phraseOn,
  says,
  asksFor,
  everybodySees,
  has,
  openHelpDesk,
  raises,
  readAlong,
  signsIn,
  type HelpDesk,
} from './help-desk';

// The life of what an end user raises, over real HTTP, with everybody in the room.

let desk: HelpDesk;
beforeEach(async () => {
  desk = await openHelpDesk();
});
afterEach(() => desk.stop());

test('from "my laptop will not print" to solved: the channel follows, and reads nothing of the device', async () => {
  const { played, inChannel, alone, graphCalls } = desk;
  await signsIn(desk, 'tom');
  await alone('anna').install();
  const before = graphCalls();
  await raises(desk, 'anna', "my laptop LAPTOP-7F3K won't print");
  expect(graphCalls()).toBe(before);

  const taken = await inChannel('tom').press('case-take');
  expect(taken.card && has('case-resolve')(taken.card)).toBe(true);
  await everybodySees(desk, /Tom Becker/);
  const confirm = await asksFor(desk, 'tom', /LAPTOP-7F3K/);

  const told = await alone('anna').card(has('case-disown'));
  const phrase = phraseOn(told);
  const tom = alone('tom');
  await tom.card((card) => card.messageId !== confirm.messageId && card.text.includes(phrase));
  await tom.card(/session is ready/i);
  await everybodySees(desk, isNow('in-session'));
  for (const secret of [played.device('LAPTOP-7F3K').behaviour.link, '5CG3141592', 'EliteBook', phrase])
    expect(readAlong(desk)).not.toContain(secret);

  await tom.press('case-resolve', { outcome: 'solved', minutes: 10 });
  await everybodySees(desk, says('case.outcome.solved'));
  await tom.card((card) => card.messageId === confirm.messageId && /closed/i.test(card.text));
  // Taken, the device, closed: three at most.
  await alone('anna').card(says('case.told.closed'));
  expect(alone('anna').cards()).toHaveLength(4); // the greeting is one of them
  expect(played.posts()).toHaveLength(1);
  expect(played.sandbox.wire.alarms).toEqual([]);
});

test('without a device: the technician chooses among those of the requester', async () => {
  await signsIn(desk, 'tom');
  await raises(desk, 'bert', 'my screen flickers');
  await desk.inChannel('tom').press('case-take');
  const devices = await desk.alone('tom').card(has('pick'));
  expect(devices.text).toMatch(/Bert Jansen/);
  expect(devices.actions.filter(({ verb }) => verb === 'pick')).toHaveLength(4);
});

test('two technicians take it at once: one has it, the other is told who', async () => {
  await signsIn(desk, 'tom');
  await signsIn(desk, 'tina');
  const card = await raises(desk, 'anna', 'my screen flickers');
  const [tom, tina] = await Promise.all(
    ['tom', 'tina'].map((who) => desk.inChannel(who).press('case-take', {}, { on: card })),
  );
  const texts = [tom?.card?.text ?? '', tina?.card?.text ?? ''];
  expect(texts.filter((text) => /has taken it already/.test(text))).toHaveLength(1);
  const isOnIt = /(Tom Becker|Tina Okafor) is on it/u; // before, it says that nobody is
  const winner = isOnIt.exec((await everybodySees(desk, isOnIt)).text)?.[1] ?? 'nobody';
  expect(texts.find((text) => /has taken it already/.test(text))).toContain(winner);
});

test('handed over with a reason: the colleague has it, with its history', async () => {
  await signsIn(desk, 'tom');
  await signsIn(desk, 'tina');
  await raises(desk, 'anna', 'my screen flickers');
  await desk.inChannel('tom').press('case-take');
  const tom = desk.alone('tom');
  await tom.card(has('case-hand-over'));
  const { card: form } = await tom.press('case-hand-over');
  if (!form) throw new Error('No form came');
  expect(form.text).toMatch(/Tina Okafor/);
  const refused = await tom.press('case-hand-over-to', { row: '0', reason: ' ' }, { on: form });
  expect(refused.card?.text).toMatch(says('case.refusal.reason-needed'));
  await tom.press('case-hand-over-to', { row: '0', reason: 'My shift ends' }, { on: form });
  const tina = await desk.alone('tina').card(has('case-resolve'));
  expect(tina.text).toMatch(/Tom Becker[\s\S]*My shift ends/);
  await everybodySees(desk, /Tina Okafor is on it/);
  // A card that Tom can still see somewhere, with the buttons of before.
  const late = await tom.press('case-release', {}, { on: tina });
  expect(late.card?.text).toMatch(says('case.refusal.not-yours'));
});

test('released: everybody can take it again', async () => {
  await signsIn(desk, 'tom');
  await raises(desk, 'anna', 'my screen flickers');
  await desk.inChannel('tom').press('case-take');
  await desk.alone('tom').press('case-release');
  await desk.inChannel('maria').card(has('case-take'));
});

test('withdrawn in the middle of a session: it is over, and the truth is told', async () => {
  await signsIn(desk, 'tom');
  await desk.alone('anna').install();
  await raises(desk, 'anna', "my laptop LAPTOP-7F3K won't print");
  await desk.inChannel('tom').press('case-take');
  const confirm = await asksFor(desk, 'tom', /LAPTOP-7F3K/);
  await desk.alone('tom').card(/session is ready/i);
  await everybodySees(desk, isNow('in-session'));
  const withdrawn = await desk.inChannel('anna').press('case-withdraw');
  expect(withdrawn.card?.text).toMatch(says('case.session-was.ready'));
  const closed = await desk
    .alone('tom')
    .card((card) => card.messageId === confirm.messageId && /withdrawn/i.test(card.text));
  expect(closed.actions.filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  await desk.alone('anna').card(says('case.told.closed'));
});

test('an impostor names somebody else’s laptop: its owner says no, and the team knows', async () => {
  await signsIn(desk, 'tom');
  await desk.alone('anna').install();
  const open = await raises(desk, 'bert', "my laptop LAPTOP-7F3K won't start");
  await desk.inChannel('tom').press('case-take');
  const tom = desk.alone('tom');
  await tom.card((card) => has('pick')(card) && /LAPTOP-7F3K/.test(card.text));
  await tom.press(/LAPTOP-7F3K/);
  const mismatch = await tom.card(says('case.mismatch.heading'));
  expect(mismatch.text).toMatch(/Anna Vogel/);
  expect(desk.played.posts()).toEqual([]);
  await tom.press('pick', {}, { on: mismatch });
  await tom.press('request-assistance');
  await tom.card(/session is ready/i);
  const owner = await desk.alone('anna').card(has('case-disown'));
  expect(owner.text).toMatch(/Tom Becker[\s\S]*LAPTOP-7F3K/);
  await desk.alone('anna').press('case-disown');
  await everybodySees(desk, says('case.alert.heading', { number: 1 }));
  await everybodySees(desk, isNow('disowned'));
  await tom.card((card) => card.messageId === mismatch.messageId && /withdrawn/i.test(card.text));
  const late = await tom.press('case-take', {}, { on: open });
  expect(late.card?.text).toMatch(says('case.refusal.already-over'));
});

test('nobody can tell the owner: only with a reason, and the technician knows', async () => {
  await signsIn(desk, 'tom');
  await raises(desk, 'anna', "my laptop LAPTOP-7F3K won't print");
  await desk.inChannel('tom').press('case-take');
  const tom = desk.alone('tom');
  await tom.press(/LAPTOP-7F3K/);
  const confirm = await tom.card(has('request-assistance'));
  const refused = await tom.press('request-assistance', { reason: ' ' });
  expect(refused.card?.messageId).toBe(confirm.messageId);
  expect(desk.played.posts()).toEqual([]);
  await tom.press('request-assistance', { reason: 'She stands beside me' });
  await tom.card(/session is ready/i);
  await tom.card(says('case.guard.no-chat'));
});
