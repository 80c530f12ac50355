import fc from 'fast-check';
import { rawRequest } from './raw-http';
import type { TokenWorld } from './token-cases';

// Requests that no Teams ever sends. All are whole: who never finishes one is the business of the slow sockets.

const TYPE = ['Content-Type', 'application/json'] as const;

/** Latin letters and controls, as they can stand in a header without ending it. */
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const broken = fc.string({ unit: 'binary', maxLength: 200 });

const authorizations = (good: string) =>
  fc.oneof(
    fc.constant(''),
    headerText,
    headerText.map((text) => `Bearer ${text}`),
    fc
      .array(fc.base64String({ maxLength: 60 }), { maxLength: 5 })
      .map((parts) => `Bearer ${parts.join('.')}`),
    fc.nat(good.length - 1).map((at) => `Bearer ${good.slice(0, at)}${good.slice(at + 1)}`),
    json.map((header) => `Bearer ${segment(header)}.${good.split('.')[1] ?? ''}.AA`),
  );

const json = fc.jsonValue({ maxDepth: 3 });
const segment = (value: fc.JsonValue) => Buffer.from(JSON.stringify(value)).toString('base64url');

const lines = fc.oneof(
  { weight: 8, arbitrary: fc.constant('POST /api/messages HTTP/1.1') },
  fc.constantFrom(
    ...['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'BREW'].map(
      (m) => `${m} /api/messages HTTP/1.1`,
    ),
    ...[
      '/',
      '/api',
      '/api/messages/',
      '/api/messages/x',
      '/api/messages%00',
      '//api/messages',
      '/API/MESSAGES',
      '/../etc/passwd',
      '/auth/start?t=%ff',
      '/auth/end?state=%00&code=x',
      'http://evil.example/api/messages',
      '*',
    ].map((path) => `POST ${path} HTTP/1.1`),
    ...['HTTP/0.9', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'HTTP'].map(
      (version) => `POST /api/messages ${version}`,
    ),
  ),
  headerText.map((text) => `POST /${text.replaceAll(' ', '')} HTTP/1.1`),
);

const strangeHeaders = fc.array(
  fc.oneof(
    fc.constantFrom(
      ['Transfer-Encoding', 'chunked'],
      ['Transfer-Encoding', 'gzip, chunked'],
      ['Transfer-Encoding', 'x'],
      ['Content-Length', '1'],
      ['Content-Length', '-1'],
      ['Content-Length', '1e3'],
      ['Content-Length', '99999999999999999999'],
      ['Content-Encoding', 'gzip'],
      ['Content-Type', 'text/plain'],
      ['Content-Type', 'application/json; charset=utf-16'],
      ['Content-Type', 'multipart/form-data; boundary=x'],
      ['Expect', '100-continue'],
      ['Upgrade', 'h2c'],
      ['X-HTTP-Method-Override', 'DELETE'],
      ['Host', 'evil.example'],
      ['Cookie', '__Host-device-assist-sign-in=x'],
    ),
    fc.tuple(fc.constantFrom('X-A', 'Cookie', 'Accept-Language', 'Content-Type', 'Host'), headerText),
    // A name that is none.
    fc.tuple(headerText, headerText),
  ),
  { maxLength: 4 },
);

/** An activity that the front door may let in, with everything else as it comes. */
const shapes = (world: TokenWorld) =>
  fc
    .record(
      {
        type: fc.oneof(
          fc.constantFrom(
            'message',
            'invoke',
            'conversationUpdate',
            'installationUpdate',
            'event',
            'typing',
            'messageReaction',
          ),
          json,
        ),
        name: fc.oneof(
          fc.constantFrom(
            'adaptiveCard/action',
            'signin/tokenExchange',
            'signin/verifyState',
            'signin/failure',
            'task/fetch',
            'composeExtension/submitAction',
          ),
          json,
        ),
        ...{ id: json, text: json, locale: json, action: json, replyToId: json, recipient: json, from: json },
        ...{ entities: json, membersAdded: json, membersRemoved: json, value: json, attachments: json },
        conversation: fc.oneof(
          json,
          fc.record({ id: json, conversationType: json, tenantId: fc.constant(world.tenant) }),
        ),
        channelData: fc.oneof(
          json,
          fc.record({ tenant: fc.constant({ id: world.tenant }), meeting: json, eventType: json }),
        ),
      },
      { requiredKeys: [] },
    )
    .map((shape) => ({ channelId: 'msteams', serviceUrl: world.serviceUrl, ...shape }));

/** A good activity in which one thing is another. */
const oneWrong = (activities: readonly object[]) =>
  fc.tuple(fc.constantFrom(...activities), fc.nat(1000), json).map(([activity, which, value]) => {
    const copy = structuredClone(activity);
    const places = placesIn(copy);
    places[which % places.length]?.(value);
    return copy;
  });

type Put = (value: unknown) => void;

function placesIn(node: unknown): Put[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [
    (value: unknown) => void Reflect.set(node, key, value),
    ...placesIn(child),
  ]);
}

/** Bytes of requests; `good` is a token that the front door takes, `activities` are ones that it lets in. */
export function malformedRequests(
  world: TokenWorld,
  good: string,
  activities: readonly object[],
): fc.Arbitrary<Buffer> {
  const bearer = ['Authorization', `Bearer ${good}`] as const;
  const withGood = (body: string) => rawRequest([TYPE, bearer], body);
  return fc.oneof(
    fc
      .tuple(lines, strangeHeaders, authorizations(good), broken)
      .map(([line, headers, authorization, body]) =>
        rawRequest([TYPE, ['Authorization', authorization], ...(headers as [string, string][])], body, line),
      ),
    authorizations(good).map((authorization) => rawRequest([TYPE, ['Authorization', authorization]], '{}')),
    fc
      .oneof(
        broken,
        fc.json().map((text) => text.slice(0, -1)),
        json.map((value) => JSON.stringify(value)),
      )
      .map(withGood),
    fc.nat(60).map((depth) => withGood('['.repeat(depth) + ']'.repeat(depth))),
    shapes(world).map((shape) => withGood(JSON.stringify(shape))),
    oneWrong(activities).map((activity) => withGood(JSON.stringify(activity))),
  );
}
