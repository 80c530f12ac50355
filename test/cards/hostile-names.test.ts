import { renderScreen } from '../../src/cards/render-card';
import { actions, draw, markdownTexts } from './drawn';
import { schemaErrors } from './schema';
import { cardScreens, notes, now, type Foreign } from './screens';

// Names that would like to be more than names.

const hostile: Record<string, string> = {
  'a Markdown link': '[x](https://evil.example) **b** _i_ ~~s~~ `c`',
  'an image': '![x](https://evil.example/a.png)',
  'a reference link': '[x]: https://evil.example',
  'an autolink': '<https://evil.example>',
  HTML: '<b onclick="x()">bold</b><script>alert(1)</script>',
  'a mention': '<at>All</at> <AT id="0">All</AT> <a<at>t>All</at>',
  'a template expression': '${$root.secret} ${1+1} ${range(0,99999999)}',
  'a date macro':
    '{{DATE(2026-01-01T00:00:00Z)}} {{TIME(2026-01-01T00:00:00Z)}} {{{{DATE(2026-01-01T00:00:00Z)}}}}',
  'a heading': '# Session is ready',
  'a list': '- one\n- two\n\n1. three',
  'a numbered list': '1. one',
  'a quote': '> said',
  'a rule': '---\n***',
  'bidi controls': 'LAPTOP\u202E3KF7\u202C \u2066x\u2069',
  'invisible characters': 'LAP\u200BTOP\u00AD-7\u2060F\uFEFF3K\u115F\u3164',
  controls: 'a\u0000b\u0007c\u001B[31m\r\nd\u2028e',
  zalgo: `Z${'\u0301\u0327\u0336'.repeat(60)}algo`,
  'a thousand characters': 'W'.repeat(1000),
  'a thousand emoji': '👩‍💻'.repeat(1000),
  entities: '&lt;at&gt; &amp; &#42;b&#42; &copy;',
  backslashes: 'CONTOSO\\maria \\*x\\* \\',
  'half a surrogate pair': 'a\uD83Db\uDE00c',
  'a right-to-left name': 'חברה 123 (4)',
  'a prototype': '__proto__',
};

const render = (foreign?: Foreign) =>
  Object.values(cardScreens(foreign)).map((screen) => renderScreen(screen, 'en', { now }).card);
const usual = render();
const asJson = new Set(usual.map((card) => JSON.stringify(card)));
const pressable = (card: unknown) => actions(card).map(({ type, verb, url }) => [type, verb, url]);
const usualActions = usual.map(pressable);
const fallbacks = (cards: typeof usual) => cards.map((card) => card?.['fallbackText']);

describe.each(Object.entries(hostile))('a device, person or text that is %s', (_kind, name) => {
  const attacked = render({ name, details: name });
  const changed = attacked.filter((card) => !asJson.has(JSON.stringify(card)));

  test('leaves every card valid and small', () => {
    expect(changed.length).toBeGreaterThan(50);
    expect(changed.flatMap((card) => schemaErrors(card))).toEqual([]);
    expect(Math.max(...changed.map((card) => Buffer.byteLength(JSON.stringify(card))))).toBeLessThan(
      20 * 1024,
    );
  });

  test('makes no link, no format and no list', () => {
    const texts = [...new Set(changed.flatMap(markdownTexts))];
    expect(texts.filter((text) => draw(text).tags.length > 0)).toEqual([]);
  });

  test('changes no button', () => {
    expect(attacked.map(pressable)).toEqual(usualActions);
  });

  test('hides and reorders nothing, and mentions nobody', () => {
    const json = JSON.stringify(changed);
    const found = [
      /<\/?at\b.{0,20}/iu,
      /\{\{.{0,20}/u,
      /[\u200B\u200E\u200F\u202A-\u202E\u2066\u2067\uFEFF\u00AD\u2060\u115F\u3164]/u,
      /\p{M}{4}/u,
    ].map((pattern) => pattern.exec(json)?.[0]);
    expect(found).toEqual([undefined, undefined, undefined, undefined]);
    // Our own isolates around right-to-left names come in pairs.
    expect(json.split('\u2068').length).toBe(json.split('\u2069').length);
  });

  test('is kept out of the words for clients that cannot draw the card', () => {
    expect(fallbacks(attacked)).toEqual(fallbacks(usual));
  });

  test('is only text in a one-line answer', () => {
    for (const note of notes(name)) {
      const { text } = renderScreen({ kind: 'note', note }, 'en', { now });
      const links = ('chatUrl' in note && note.chatUrl) || 'installUrl' in note ? ['a', 'a'] : [];
      expect([text, draw(text ?? '').tags]).toEqual([text, links]);
    }
  });
});

test('template expressions in names stay the letters they are', () => {
  expect(render({ name: '${1+1}', details: '' }).flatMap(markdownTexts)).toContain('${1+1}');
});
