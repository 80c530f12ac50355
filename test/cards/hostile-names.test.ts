import { renderScreen } from '../../src/cards/render-card';
import { actions, draw, markdownTexts } from './drawn';
import { schemaErrors } from './schema';
import { cardScreens, notes, now } from './screens';

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

const options = { now };

describe.each(Object.entries(hostile))('a device, person or text that is %s', (_kind, name) => {
  const foreign = { name, details: name };
  const usual = Object.values(cardScreens()).map((screen) => renderScreen(screen, 'en', options).card);
  const attacked = Object.values(cardScreens(foreign)).map(
    (screen) => renderScreen(screen, 'en', options).card,
  );

  test('leaves every card valid and small', () => {
    expect(attacked.flatMap((card) => schemaErrors(card))).toEqual([]);
    expect(Math.max(...attacked.map((card) => Buffer.byteLength(JSON.stringify(card))))).toBeLessThan(
      20 * 1024,
    );
  });

  test('makes no link, no format and no list', () => {
    for (const text of attacked.flatMap(markdownTexts)) expect([text, draw(text).tags]).toEqual([text, []]);
  });

  test('changes no button', () => {
    const pressable = (card: unknown) => actions(card).map(({ type, verb, url }) => [type, verb, url]);
    expect(attacked.map(pressable)).toEqual(usual.map(pressable));
  });

  test('hides and reorders nothing, and mentions nobody', () => {
    const json = JSON.stringify(attacked);
    expect(json).not.toMatch(/<\/?at\b/iu);
    expect(json).not.toContain('{{');
    // Our own isolates around right-to-left names come in pairs.
    const foreignMarks = /[\u200B\u200E\u200F\u202A-\u202E\u2066\u2067\uFEFF\u00AD\u2060\u115F\u3164]/u;
    expect(json).not.toMatch(foreignMarks);
    expect(json.split('\u2068').length).toBe(json.split('\u2069').length);
    expect(json).not.toMatch(/\p{M}{4}/u);
  });

  test('is kept out of the words for clients that cannot draw the card', () => {
    const fallbacks = (cards: typeof usual) => cards.map((card) => card?.['fallbackText']);
    expect(fallbacks(attacked)).toEqual(fallbacks(usual));
  });

  test('is only text in a one-line answer', () => {
    for (const note of notes(name)) {
      const { text } = renderScreen({ kind: 'note', note }, 'en', options);
      const links = note.code === 'personal-chat-please' && note.chatUrl ? ['a', 'a'] : [];
      expect([text, draw(text ?? '').tags]).toEqual([text, links]);
    }
  });
});

test('template expressions in names stay the letters they are', () => {
  const [card] = Object.values(cardScreens({ name: '${1+1}', details: '' })).map(
    (screen) => renderScreen(screen, 'en', options).card,
  );
  expect(markdownTexts(card)).toContain('${1+1}');
});
