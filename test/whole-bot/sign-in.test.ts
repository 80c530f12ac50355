import { play, type Play } from './play';

let played: Play;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.stop());

const exchanges = () =>
  played.sandbox.wire.find('login', /oauth2\/v2\.0\/token/u).filter(({ person }) => person);

test('single sign-on happens by itself, and the message goes on without being typed again', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  expect(tom.texts()).toEqual([]);
  expect(exchanges()).toHaveLength(1);
});

test('three open clients answer the sign-in card, and one exchange is made', async () => {
  const tom = played.sandbox.openChat('tom');
  tom.client.signOn.clients = 3;
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await tom.settled();
  expect(exchanges()).toHaveLength(1);
  expect(tom.cards()).toHaveLength(1);
});

test('missing consent: a card explains why, leads through it, and the message goes on', async () => {
  const carl = played.sandbox.openChat('carl');
  await carl.say('help me with device LAPTOP-7F3K');
  await carl.signIn();
  await carl.card(/Request remote assistance/);
  expect(played.sandbox.tenant.person('carl').behaviour.consented).toBe(true);
});

test('a second factor: the page asks for it, and the message goes on', async () => {
  const mia = played.sandbox.openChat('mia');
  await mia.say('help me with device LAPTOP-7F3K');
  await mia.signIn();
  await mia.card(/LAPTOP-7F3K/);
});

test.each(['resourcematchfailed', 'installedappnotfound'])(
  'where single sign-on fails silently (%s), the button leads through',
  async (code) => {
    const tom = played.sandbox.openChat('tom');
    tom.client.signOn.singleSignOn = { failsWith: code };
    await tom.say('help me with device LAPTOP-7F3K');
    await tom.signIn();
    await tom.card(/Request remote assistance/);
  },
);

test('a client without single sign-on uses the button', async () => {
  const tom = played.sandbox.openChat('tom');
  tom.client.signOn.singleSignOn = 'off';
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.signIn();
  await tom.card(/Request remote assistance/);
});

test('somebody else signing in on the page is refused', async () => {
  const tom = played.sandbox.openChat('tom');
  tom.client.signOn.singleSignOn = 'off';
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.signIn('accept', 'tina');
  await tom.say('status');
  expect(tom.cards().some((card) => /Request remote assistance/.test(card.text))).toBe(false);
  expect(played.sandbox.wire.find('graph')).toEqual([]);
});

test('a code that was made up, or belongs to somebody else, signs nobody in', async () => {
  const tom = played.sandbox.openChat('tom');
  for (let tries = 0; tries < 6; tries += 1) expect((await tom.sendSignInCode('123456')).status).toBe(403);
});

test("the sign-on token of another person is worth nothing in the sender's activity", async () => {
  const tom = played.sandbox.openChat('tom');
  tom.client.signOn.tokenClaims = { oid: played.sandbox.tenant.person('tina').oid };
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.settled();
  expect(exchanges()).toEqual([]);
  expect(played.sandbox.wire.find('graph')).toEqual([]);
});

test('a policy that blocks the technician is named, with who can change it', async () => {
  const bruno = played.sandbox.openChat('bruno');
  await bruno.say('help me with device LAPTOP-7F3K');
  expect((await bruno.card(/policy/i)).text).toMatch(/administrator/i);
});

test('the login host is down: the person is told so, and nothing is lost', async () => {
  played.sandbox.tenant.person('tom').behave({ exchange: 'unavailable', exchangeTimes: 1 });
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/sign-in/i);
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
});

test.each(['unavailable', 'hang'] as const)(
  'the login host is down (%s): a press is told so and is never sent; once it is back, a new one goes through',
  async (trouble) => {
    const { login } = played.sandbox;
    const tom = played.sandbox.openChat('tom');
    await tom.say('help me with device LAPTOP-7F3K');
    const confirm = await tom.card(/Request remote assistance/);
    await tom.say('sign out');
    await tom.text(/signed out/i);

    login.trouble = trouble;
    await tom.press('request-assistance');
    await tom.card(/Nothing was changed.*sign-in service/s);

    login.trouble = undefined;
    await tom.say('status');
    await tom.card(/Waiting for your confirmation/);
    await tom.press('request-assistance', {}, { on: confirm });
    const fresh = await tom.card(
      ({ messageId, text }) => messageId !== confirm.messageId && /Request remote assistance/.test(text),
    );
    expect(played.posts()).toEqual([]);
    await tom.press('request-assistance', {}, { on: fresh });
    await tom.card(/session is ready/i);
    expect(played.posts()).toHaveLength(1);
  },
);

test('signing out means signing in again', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await tom.say('sign out');
  await tom.text(/signed out/i);
  await tom.say('my devices');
  await tom.card(/your devices|no device/i);
  expect(exchanges()).toHaveLength(2);
});

test('a guest, a person of another tenant and one without the role see no device', async () => {
  const gus = played.sandbox.openChat('gus');
  await gus.say('help me with device LAPTOP-7F3K');
  await gus.text(/guest/i);
  const anna = played.sandbox.openChat('anna');
  await anna.say('help me with device LAPTOP-7F3K');
  await anna.text(/technician/i);
  const frida = played.sandbox.openChat('frida');
  await frida.say('help me with device LAPTOP-7F3K');
  expect(played.sandbox.wire.find('graph')).toEqual([]);
});
