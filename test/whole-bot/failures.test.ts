import { play, type Play } from './play';

// Devices that fail on purpose. Each failure has words of its own, and none of them costs a second POST.

let played: Play;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.stop());

async function ask(name: string) {
  const tom = played.sandbox.openChat('tom');
  await tom.say(`help me with device ${name}`);
  await tom.press('request-assistance');
  return tom;
}

const requestId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/u;

test.each(['FORBIDDEN-1', 'FORBIDDEN-401'])(
  "%s: Intune refuses; the card names the missing role, who can give it, and Graph's request id",
  async (name) => {
    const tom = await ask(name);
    const card = await tom.card(/role/i);
    expect(card.text).toMatch(/Intune administrator/i);
    expect(card.text).toMatch(requestId);
    expect(card.text).toMatch(/#\d+/u);
    expect(played.posts()).toHaveLength(1);
  },
);

test.each(['THROTTLED-1', 'THROTTLED-BARE'])(
  '%s: Intune is busy; the card says so, and it is asked again when it may be',
  async (name) => {
    played.device(name).behave({ retryAfter: '1' });
    const tom = await ask(name);
    await tom.card(/session is ready/i);
    expect(played.device(name).accepted).toEqual(['tom']);
    expect(played.posts()).toHaveLength(2);
  },
);

test.each(['RESET-AFTER-SEND', 'SERVER-ERROR-ACCEPTED', 'HANGS-ACCEPTED'])(
  '%s: the answer is lost but Intune did it; the bot finds the session and never asks twice',
  async (name) => {
    const tom = await ask(name);
    await tom.card(/session is ready/i);
    expect(played.device(name).accepted).toEqual(['tom']);
    expect(played.posts()).toHaveLength(1);
  },
);

test.each(['RESET-BEFORE', 'SERVER-ERROR-1', 'HANGS-1'])(
  '%s: nobody knows what happened; a person is asked, and only a person sends again',
  async (name) => {
    const tom = await ask(name);
    const question = await tom.card(/did not confirm/i);
    expect(played.posts()).toHaveLength(1);
    expect(question.actions.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['check-again', 'send-again']),
    );
    played.device(name).behave({ answer: 'accept' });
    await tom.press('send-again');
    await tom.card(/session is ready/i);
    expect(played.posts()).toHaveLength(2);
    expect(played.device(name).accepted).toEqual(['tom']);
  },
);

test('LINK-NEVER: no link in time is said truthfully, and "check again" finds one that came late', async () => {
  const tom = await ask('LINK-NEVER');
  const late = await tom.card(/no (session )?link/i);
  expect(late.text).toMatch(/accepted/i);
  played.device('LINK-NEVER').behave({ linkAfter: 0 });
  await tom.press('check-again');
  await tom.card(/session is ready/i);
  expect(played.posts()).toHaveLength(1);
});

test('NOT-FOUND-1: gone between the search and the press', async () => {
  const tom = await ask('NOT-FOUND-1');
  expect((await tom.card(/any more/i)).text).toMatch(requestId);
});

test('UNSUPPORTED-1: Intune refuses the device without saying why, and the card says just that', async () => {
  const tom = await ask('UNSUPPORTED-1');
  expect((await tom.card(/could not be requested/i)).text).toMatch(requestId);
  expect(played.posts()).toHaveLength(1);
});

test('CLAIMS-1: Graph wants a fresh sign-in; nothing was sent, and the card says so', async () => {
  const tom = await ask('CLAIMS-1');
  await tom.card(/sign in/i);
  expect(played.device('CLAIMS-1').accepted).toEqual([]);
});

test('ACTION-FAILED: accepted and then failed; the card tells what Intune told', async () => {
  const tom = await ask('ACTION-FAILED');
  await tom.card(/did not respond/);
});

test('EVIL-LINK: a link on a foreign host is withheld, and its host is named', async () => {
  const tom = await ask('EVIL-LINK');
  const card = await tom.card(/evil\.example/);
  expect(card.actions.filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
  expect(JSON.stringify(card.card)).not.toContain('https://get.teamviewer.com.evil.example');
});

test('OLD-LINK: the link of an earlier session is never shown as the new one', async () => {
  const tom = await ask('OLD-LINK');
  const card = await tom.card(/session is ready/i);
  expect(card.actions.find(({ type }) => type === 'Action.OpenUrl')?.url).not.toContain('OLDSESSION');
});

test('GARBAGE-1: a proxy answers with a web page; the outcome counts as unknown', async () => {
  const tom = await ask('GARBAGE-1');
  await tom.card(/did not confirm/i);
  expect(played.posts()).toHaveLength(1);
});

test.each(['LINK-FIRST', 'RESULT-FIRST'])(
  '%s: both orders of link and action result end well',
  async (name) => {
    const tom = await ask(name);
    await tom.card(/session is ready/i);
  },
);

test('a technician to whom Intune gives no role is told so when looking, and nothing is asked', async () => {
  const nora = played.sandbox.openChat('nora');
  await nora.say('help me with device LAPTOP-7F3K');
  expect((await nora.card(/role/i)).text).toMatch(/Intune administrator/i);
  expect(played.posts()).toEqual([]);
});

test('Graph hangs while looking: the press is acknowledged within a second all the same', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  played.device('LAPTOP-7F3K').behave({ read: 'hang' });
  expect((await tom.press('request-assistance')).status).toBe(200);
  await tom.card(/not (be )?reach|try again|next try/i);
  expect(played.posts()).toEqual([]);
});

describe('where Graph differs in what nobody could verify', () => {
  test.each([
    ['another name of the action', { actionName: 'remoteAssistance' }],
    ['case-sensitive filters', { filterIgnoresCase: false }],
    ['400 for an unknown device', { unknownDevice: 'bad-request' as const }],
    ['Intune saying "no role" with 401', { personRefused: 'forbidden-as-401' as const }],
    ['small pages', { pageSize: 3 }],
  ])('the main job works with %s', async (_, graph) => {
    const other = await play({ graph });
    try {
      const tom = other.sandbox.openChat('tom');
      await tom.say('help me with device LAPTOP-7F3K');
      await tom.press('request-assistance');
      await tom.card(/session is ready/i);
    } finally {
      await other.stop();
    }
  });

  test('while the TeamViewer connector is not set up, no session is promised', async () => {
    played.sandbox.tenant.connector = 'notOnboarded';
    const tom = await ask('LAPTOP-7F3K');
    await tom.card(/could not be requested/i);
  });
});
