import { play, type Play } from './play';

// What the operator sees on GET /metrics after a story, over real HTTP.

let played: Play;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.stop());

async function scrape() {
  const answer = await fetch(`${played.sandbox.addresses.bot}/metrics`);
  const text = await answer.text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const figures = new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(/\S+$/u.exec(line)?.[0])]),
  );
  return { answer, text, figures };
}

/** The numbers follow the answer that a person sees by a moment. */
async function scrapeUntil(figure: string, value: number) {
  for (let tries = 0; ; tries += 1) {
    const scraped = await scrape();
    if (scraped.figures.get(figure) === value) return scraped;
    if (tries > 100) throw new Error(`${figure} never was ${String(value)}:\n${scraped.text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function mainJob() {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device LAPTOP-7F3K');
  await tom.card(/Request remote assistance/);
  await tom.press('request-assistance', { reason: 'printer driver' });
  await tom.card(/session is ready/i);
  return tom;
}

test('after the main job the figures tell what happened', async () => {
  const tom = await mainJob();
  const ready = await scrapeUntil('device_assist_requests_open{status="ready"}', 1);
  expect(Object.fromEntries(ready.figures)).toMatchObject({
    'device_assist_turns_total{kind="ask",came_as="message",result="sign-in"}': 1,
    'device_assist_turns_total{kind="exchange",came_as="invoke",result="answered"}': 1,
    'device_assist_turns_total{kind="press",came_as="invoke",result="answered"}': 1,
    device_assist_press_acknowledgement_seconds_count: 1,
    device_assist_message_answer_seconds_count: 1,
    'device_assist_graph_answers_total{method="POST",form="/v1.0/deviceManagement/managedDevices/{device}/requestRemoteAssistance",status="204"}': 1,
    'device_assist_login_answers_total{what="token",status="200"}': 2,
    'device_assist_request_events_total{event="confirmed",detail=""}': 1,
    'device_assist_request_events_total{event="accepted",detail=""}': 1,
    'device_assist_request_events_total{event="session-ready",detail=""}': 1,
    'device_assist_requests_open{status="draft"}': 0,
    device_assist_requests_ever: 1,
    device_assist_database_up: 1,
  });
  await tom.press('close');
  await tom.card(/closed/i);
  const closed = await scrapeUntil('device_assist_requests_open{status="ready"}', 0);
  expect(closed.figures.get('device_assist_request_events_total{event="closed",detail="finished"}')).toBe(1);
});

test('what fails is counted by its kind: Graph by status, requests by cause, messages by result', async () => {
  const tom = played.sandbox.openChat('tom');
  await tom.say('help me with device FORBIDDEN-1');
  await tom.press('request-assistance');
  await tom.card(/role/i);
  const { figures } = await scrapeUntil(
    'device_assist_request_events_total{event="refused",detail="intune-role-missing"}',
    1,
  );
  expect([...figures.keys()]).toEqual(
    expect.arrayContaining([expect.stringMatching(/graph_answers.*POST.*"403"/u)]),
  );
  expect(figures.get('device_assist_deliveries_total{what="update",result="ok"}')).toBeGreaterThan(0);
});

test('nothing in the figures is about a person, a device or a session', async () => {
  await mainJob();
  const { text } = await scrapeUntil('device_assist_requests_open{status="ready"}', 1);
  const { tenant } = played.sandbox;
  const laptop = played.device('LAPTOP-7F3K');
  const secrets = [tenant.id, tenant.person('tom').oid, tenant.person('anna').oid, laptop.id];
  for (const secret of [
    ...secrets,
    laptop.behaviour.link,
    'LAPTOP',
    'Tom',
    'Anna',
    'contoso',
    'teamviewer',
    'printer',
  ])
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|https?:|@|eyJ/u);
});

test('they have the form of OpenMetrics, and only GET asks for them', async () => {
  const { answer, text } = await scrape();
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(answer.headers.get('content-type')).toBe(
    'application/openmetrics-text; version=1.0.0; charset=utf-8',
  );
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  const line =
    /^(?:# (?:HELP|TYPE) [a-z_]+ .+|# EOF|[a-z_]+(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})? [0-9.e+-]+)$/u;
  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((one) => !line.test(one)),
  ).toEqual([]);
  const post = await fetch(`${played.sandbox.addresses.bot}/metrics`, { method: 'POST' });
  expect(post.status).toBe(405);
});
