import { renderScreen } from '../../src/cards/render-card';
import { isVerb } from '../../src/cards/verbs';
import { languages } from '../../src/i18n/language';
import { spokenLanguage, translate } from '../../src/i18n/translate';
import { actions, draw, elements, markdownTexts, verbsOf } from './drawn';
import { schemaErrors } from './schema';
import { cardScreens, link, now, requestScreen, states, ticket } from './screens';

const all = Object.entries(cardScreens());
const options = { now, timeZone: 'Europe/Berlin' };
const cardOf = (name: string) => renderScreen(cardScreens()[name] ?? fail(name), 'en', options).card;
const fail = (name: string): never => {
  throw new Error(`No screen "${name}"`);
};

describe.each(languages.filter((each) => spokenLanguage(each) === each))('every card in %s', (language) => {
  const rendered = all.map(([name, screen]) => [name, renderScreen(screen, language, options)] as const);

  test('is valid against the schema of Adaptive Cards 1.5', () => {
    const errors = rendered.map(([name, { card }]) => [name, schemaErrors(card)] as const);
    expect(errors.filter(([, found]) => found.length > 0)).toEqual([]);
  });

  test('has every binding filled', () => {
    const broken = rendered.filter(([, { card }]) =>
      /\$\{|undefined|null|\[object|NaN/u.test(JSON.stringify(card)),
    );
    expect(broken.map(([name]) => name)).toEqual([]);
  });

  test('says what it is to every client and voice, in the language it is written in', () => {
    for (const [, { card, summary }] of rendered) {
      expect(card).toMatchObject({ version: '1.5', lang: spokenLanguage(language) });
      expect(card?.['fallbackText']).toMatch(/\S/u);
      expect(card?.['speak']).toMatch(/\S/u);
      expect(summary).toMatch(/\S/u);
      expect(elements(card, 'TextBlock').filter(({ style }) => style === 'heading')).toHaveLength(1);
    }
  });

  test('is small, wraps every line and labels every input', () => {
    for (const [, { card }] of rendered) {
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(20 * 1024);
      expect(elements(card, 'TextBlock').filter(({ wrap }) => wrap !== true)).toEqual([]);
      const texts = elements(card, 'Input.Text');
      const inputs = [...texts, ...elements(card, 'Input.Number'), ...elements(card, 'Input.ChoiceSet')];
      for (const { label, errorMessage } of inputs)
        for (const words of [label, errorMessage]) expect(words).toMatch(/\S/u);
      for (const { maxLength } of texts) expect(maxLength).toBeGreaterThanOrEqual(200);
    }
  });

  test('asks for a reason in its own words', () => {
    const { card } = renderScreen(cardScreens()['draft'] ?? fail('draft'), language, options);
    expect(elements(card, 'Input.Text')).toMatchObject([
      {
        label: translate(language, 'confirm.reason.label'),
        errorMessage: translate(language, 'confirm.reason.error', { most: 200 }),
        ...{ maxLength: 200, isRequired: false },
      },
    ]);
  });

  test('has at most four buttons in a row, each with a verb of ours, a title and nothing but a ticket', () => {
    for (const [, { card }] of rendered) {
      const rows = [card?.['actions'], ...elements(card, 'ActionSet').map((set) => set['actions'])];
      for (const row of rows)
        expect(
          elements(row, 'Action.Execute').length + elements(row, 'Action.OpenUrl').length,
        ).toBeLessThanOrEqual(4);
      for (const { type, verb, title } of actions(card)) {
        expect(title).toMatch(/\S/u);
        expect(type === 'Action.OpenUrl' || isVerb(verb)).toBe(true);
      }
      for (const { data } of elements(card, 'Action.Execute'))
        expect(Object.keys(data ?? {}).filter((key) => key !== 'ticket' && key !== 'row')).toEqual([]);
    }
  });

  test('falls back to a button that sends the same', () => {
    for (const [, { card }] of rendered)
      for (const { fallback, verb, data, title } of elements(card, 'Action.Execute')) {
        if (fallback === undefined) continue;
        expect(fallback).toMatchObject({ type: 'Action.Submit', title, data: { verb, ...(data as object) } });
      }
  });

  test('shows no empty line and no Markdown of its own', () => {
    const texts = [...new Set(rendered.flatMap(([, { card }]) => markdownTexts(card)))];
    expect(texts.filter((text) => text.trim() === '' || draw(text).tags.length > 0)).toEqual([]);
  });
});

test('a language without words is answered in English, and the card says so', () => {
  for (const language of languages)
    expect(renderScreen({ kind: 'help', greeting: true }, language, options).card).toMatchObject({
      lang: spokenLanguage(language),
    });
});

describe('the session link', () => {
  test('stands in the "Open session" button and nowhere else', () => {
    for (const [name, screen] of all) {
      const { card, summary } = renderScreen(screen, 'en', options);
      const places = JSON.stringify(card).split('canary=link').length - 1;
      expect([name, places]).toEqual([name, /^ready(?: for a case.*)?$/u.test(name) ? 1 : 0]);
      expect(summary).not.toContain('canary=link');
    }
    expect(actions(cardOf('ready'))).toContainEqual({
      type: 'Action.OpenUrl',
      verb: '',
      title: 'Open session',
      url: link,
    });
  });

  test.each(['http://get.teamviewer.com/s1', 'javascript:alert(1)', 'teamviewer10://control', 'not a link'])(
    'is not opened when it is %s',
    (bad) => {
      const { card } = renderScreen({ ...requestScreen(readyState), link: bad }, 'en', options);
      expect(elements(card, 'Action.OpenUrl')).toEqual([]);
      expect(JSON.stringify(card)).not.toContain(bad);
    },
  );

  test('on a host that is not allowed is withheld, with the name of the host', () => {
    expect(markdownTexts(cardOf('ready, link withheld')).join()).toContain('evil.example');
    expect(elements(cardOf('ready, link withheld'), 'Action.OpenUrl')).toEqual([]);
  });

  const readyState = states()['ready'] ?? fail('ready');
});

describe('the buttons', () => {
  test.each([
    ['draft', ['request-assistance', 'another-device', 'cancel']],
    ['draft past its time', ['try-again']],
    ['confirmed', ['cancel']],
    ['sending', []],
    ['requested', ['check-again', 'cancel']],
    ['requested, no sight', ['sign-in', 'cancel']],
    ['unknown', ['check-again', 'cancel']],
    ['no-link', ['check-again', 'close']],
    ['needs-human', ['check-again', 'send-again', 'close']],
    ['needs-human, not sent again', ['check-again', 'send-again', 'close']],
    ['needs-human, no sight', ['sign-in', 'cancel']],
    ['ready', ['close']],
    ['failed', ['try-again']],
    ['refused, device-gone', []],
    ['refused, intune-busy', ['try-again']],
    ['closed, cancelled', []],
    ['closed, expired', ['try-again']],
    ['closed, withdrawn', []],
    ['closed, finished', []],
    ['closed, released', []],
  ])('of a request that is %s are %j', (name, verbs) => {
    expect(verbsOf(cardOf(name))).toEqual(verbs);
  });

  test('of a card that is over are none, but for "try again"', () => {
    for (const [name, screen] of all.filter(([each]) => /^(?:refused|failed|closed)/u.test(each)))
      expect([
        name,
        verbsOf(renderScreen(screen, 'en', options).card).filter((verb) => verb !== 'try-again'),
      ]).toEqual([name, []]);
  });

  test('are none on the card of a request without a ticket, and nothing can be typed there', () => {
    for (const state of Object.values(states())) {
      const { ticket: _none, ...screen } = requestScreen(state);
      const { card } = renderScreen(screen, 'en', options);
      expect(elements(card, 'Action.Execute')).toEqual([]);
      expect(elements(card, 'Input.Text')).toEqual([]);
    }
  });

  test('take the reason along only where Intune is asked', () => {
    const inputs = elements(cardOf('draft'), 'Action.Execute').map(({ verb, associatedInputs }) => [
      verb,
      associatedInputs,
    ]);
    expect(inputs).toEqual([
      ['request-assistance', 'auto'],
      ['another-device', 'none'],
      ['cancel', 'none'],
    ]);
  });

  test('of a pick card carry the ticket and the number of the row', () => {
    const sent = elements(cardOf('pick by name'), 'Action.Execute').map(({ data }) => data);
    expect(sent).toEqual(Array.from({ length: 10 }, (_, row) => ({ ticket, row })));
  });
});

describe('what the cards say', () => {
  const said = (name: string) => markdownTexts(cardOf(name)).map((text) => draw(text).text);

  test('the confirm card shows the evidence, and of the serial number only the end', () => {
    expect(said('draft')).toEqual(
      expect.arrayContaining([
        'LAPTOP-7F3K',
        'Maria Lopez (maria.lopez@contoso.com)',
        'HP EliteBook 840 G8',
        'Windows 10.0.22631.4460',
        'Corporate',
        'Compliant',
        '10 Nov 2026, 10:15 CET · 12 days ago',
        'ends in …4XYZ',
      ]),
    );
    expect(JSON.stringify(all.map(([, screen]) => renderScreen(screen, 'en', options)))).not.toContain(
      '5CG0001',
    );
  });

  test('every warning stands before the buttons with what follows from it', () => {
    expect(said('draft').filter((text) => text.includes(': ') && text.length > 60)).toHaveLength(7);
    expect(said('draft').join()).toContain('You wrote "РС-0231", but this device is called "LAPTOP-7F3K"');
  });

  test('204 is not called done', () => {
    expect(said('requested')).toContain('Intune accepted the request. Waiting for the session link.');
  });

  test('a lost answer is called open, and withdrawing promises nothing', () => {
    expect(said('unknown').join()).toContain('did not answer clearly');
    expect(said('needs-human')).toContain('Intune did not confirm');
    expect(said('closed, withdrawn').join()).toContain('cannot be told to stop: tell the user not to accept');
  });

  test('that the device shows nothing is said only when it could be read', () => {
    expect(said('needs-human').join()).toContain('the device shows no trace of it');
    expect(said('needs-human, device unread').join()).toContain('I could not read the device');
    expect(said('no-link, device unread').join()).toContain('I cannot read the device');
  });

  test('an expired card says what to do', () => {
    for (const name of ['draft past its time', 'closed, expired'])
      expect(said(name)).toEqual(
        expect.arrayContaining(['Expired', 'Ask for the device again: I will show you a fresh card.']),
      );
  });

  test('every refusal and failure names its number and what Intune calls it', () => {
    for (const name of ['refused, intune-role-missing', 'failed'])
      expect(said(name)).toEqual(
        expect.arrayContaining(['Reference number', '#2077', 'Graph request ID', 'Next step']),
      );
    expect(said('refused, occupied')).toContain(
      'Ana Souza already has an open request for this device (#2070).',
    );
  });

  test('a press that was not carried out is explained on the card', () => {
    expect(said('draft, not-your-request')).toContain(
      'Only the technician who opened this request can use its buttons.',
    );
  });

  test('pick rows tell same-named devices apart', () => {
    expect(said('pick by name')).toContain(
      'Maria Lopez · Windows 10.0.22631.4460 · 10 Nov 2026, 10:15 CET · 12 days ago · Serial number ends in …4XYZ',
    );
    expect(said('pick by name')).toContain('10 devices match "iPhone"');
    expect(said('pick by name, one')).toContain('1 device matches "iPhone"');
    expect(said('pick by name, one')).toContain('No primary user · No check-in known');
  });

  test('lists show ten rows and say so', () => {
    expect(said('status, too many')).toContain('The newest 10 are listed.');
    expect(said('status, empty')).toContain('You have no open request.');
  });
});
