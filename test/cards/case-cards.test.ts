import { renderScreen } from '../../src/cards/render-card';
import { languages } from '../../src/i18n/language';
import { translate } from '../../src/i18n/translate';
import { caseScreens, requestedFor } from './case-screens';
import { draw, elements, markdownTexts, verbsOf } from './drawn';
import { cardScreens, now, ticket } from './screens';

// The cards of help requests: who sees what on them, and what each may press.

const options = { now, timeZone: 'Europe/Berlin' };
const screens = caseScreens();
const cardOf = (name: string, language: (typeof languages)[number] = 'en') => {
  const screen = screens[name];
  if (!screen) throw new Error(`No screen "${name}"`);
  return renderScreen(screen, language, options).card;
};
const said = (name: string) => markdownTexts(cardOf(name)).map((text) => draw(text).text);

describe('the buttons of a help request', () => {
  test.each([
    ['open', 'everybody', ['case-take']],
    ['taken', 'everybody', []],
    ['asking, told', 'everybody', []],
    ['resolved, solved', 'everybody', []],
    ['open', 'the requester', ['case-normal', 'case-mute', 'case-withdraw']],
    ['in session, told', 'the requester', ['case-normal', 'case-mute', 'case-withdraw']],
    ['withdrawn, asked', 'the requester', []],
    ['open', 'the technician', ['case-take']],
    ['taken', 'the technician, in the channel', ['case-hand-over', 'case-release', 'case-resolve']],
    ['in session, told', 'the technician, in the channel', ['case-resolve']],
    ['asking, told', 'the technician, in the channel', []],
    [
      'taken',
      'the technician',
      ['case-devices', 'case-hand-over', 'case-release', 'case-normal', 'case-resolve', 'case-find'],
    ],
    ['asking, told', 'the technician', ['case-normal']],
    ['in session, told', 'the technician', ['case-normal', 'case-resolve']],
    ['resolved, solved', 'the technician', []],
    ['disowned, asked', 'the technician', []],
  ])('that is %s are, for %s, %j', (state, reader, verbs) => {
    expect(verbsOf(cardOf(`case ${state}, for ${reader}`))).toEqual(verbs);
  });

  test('carry the ticket only; what is typed goes along where it is needed', () => {
    const sent = elements(cardOf('case taken, for the technician'), 'Action.Execute').map(
      ({ verb, data, associatedInputs }) => [verb, data, associatedInputs],
    );
    expect(sent).toEqual([
      ['case-devices', { ticket }, 'none'],
      ['case-hand-over', { ticket }, 'none'],
      ['case-release', { ticket }, 'none'],
      ['case-normal', { ticket }, 'none'],
      ['case-resolve', { ticket }, 'auto'],
      ['case-find', { ticket }, 'auto'],
    ]);
  });

  test('to close it are one tap: outcome and minutes are filled in', () => {
    const card = cardOf('case in session, told, for the technician');
    expect(elements(card, 'Input.ChoiceSet')).toMatchObject([{ id: 'outcome', value: 'solved' }]);
    expect(elements(card, 'Input.Number')).toMatchObject([{ id: 'minutes', value: 15, min: 0, max: 600 }]);
  });

  test('on the notice to the owner stay until the owner has spoken', () => {
    expect(verbsOf(cardOf('owner notice'))).toEqual(['case-disown']);
    expect(verbsOf(cardOf('owner notice, over'))).toEqual(['case-disown']);
    expect(verbsOf(cardOf('owner notice, disowned'))).toEqual([]);
  });

  test('where the device is somebody else’s begin with the way back', () => {
    expect(verbsOf(cardOf('mismatch, other owner'))).toEqual(['case-devices', 'pick']);
  });

  test('of a list open a row, or ask for the next ones', () => {
    const data = elements(cardOf('queue, more'), 'Action.Execute').map(({ verb, data: sent }) => [
      verb,
      sent,
    ]);
    expect(data.at(0)).toEqual(['case-open', { ticket }]);
    expect(data.at(-1)).toEqual(['queue', { row: 20 }]);
    expect(verbsOf(cardOf('queue, empty'))).toEqual([]);
  });
});

describe('the card that everybody sees', () => {
  const shared = Object.keys(screens).filter((name) => name.endsWith('for everybody'));

  test('says number, state, who asks, what they wrote, the device they named, and who is on it', () => {
    expect(said('case taken, for everybody')).toEqual(
      expect.arrayContaining([
        'Help request #2077',
        'In progress · Urgent',
        'Tom Keller is on it. Taken: 22 Nov 2026, 10:10 CET',
        "my laptop LAPTOP-7F3K won't print",
        'Maria Lopez',
        'LAPTOP-7F3K',
      ]),
    );
  });

  test('is asked for again by those it names, and by nobody where it names nobody', () => {
    expect(cardOf('case open, for everybody')).toMatchObject({
      refresh: {
        userIds: ['29:1abc', '29:1def'],
        action: { type: 'Action.Execute', verb: 'case-view', data: { ticket } },
      },
    });
    expect(cardOf('case open, for the requester')).not.toHaveProperty('refresh');
  });

  test('tells nothing that was looked up, and neither phrase nor history', () => {
    for (const name of shared) {
      const json = JSON.stringify(cardOf(name));
      for (const secret of ['amber falcon', 'Bert Jansen', 'end of my shift'])
        expect(json).not.toContain(secret);
      expect(elements(cardOf(name), 'Action.OpenUrl')).toEqual([]);
    }
  });

  test('says that Intune cannot be told to stop, where a session was under way', () => {
    expect(said('case withdrawn, asked, for everybody').join()).toContain('Intune cannot be told to stop');
    expect(said('case withdrawn, none, for everybody').join()).not.toContain('Intune');
  });
});

describe('the phrase', () => {
  const phrase = 'amber falcon';
  const ofRequest = (name: string) => renderScreen(cardScreens()[name] ?? fail(name), 'ja', options).card;
  const fail = (name: string): never => {
    throw new Error(`No screen "${name}"`);
  };

  test('stands letter by letter on the owner’s notice and on the technician’s cards, whatever the language', () => {
    for (const language of languages) {
      expect(markdownTexts(cardOf('owner notice', language))).toContain(phrase);
      expect(markdownTexts(cardOf('case asking, told, for the technician', language))).toContain(phrase);
    }
    for (const name of ['draft', 'requested', 'needs-human', 'ready'])
      expect(markdownTexts(ofRequest(`${name} for a case (0)`))).toContain(phrase);
    expect(JSON.stringify(ofRequest('failed for a case (0)'))).not.toContain(phrase);
  });

  test('is replaced by the truth, and a reason asked for, where the owner could not be told', () => {
    requestedFor('').forEach(({ guard }, index) => {
      const card = renderScreen(
        cardScreens()[`draft for a case (${index})`] ?? fail('draft'),
        'en',
        options,
      ).card;
      const isRequired = guard.kind === 'not-told';
      expect(elements(card, 'Input.Text')).toMatchObject([{ isRequired }]);
      if (guard.kind === 'not-told')
        expect(markdownTexts(card)).toContain(translate('en', `case.guard.${guard.why}`));
    });
  });
});

test('the technician sees from whose hands it came, and how the last session ended', () => {
  expect(said('case taken, for the technician').join('\n')).toContain(
    'Tom Keller handed it over to Ana Souza. Reason: end of my shift. Time: 22 Nov 2026, 10:06 CET',
  );
  expect(said('case after a session that was failed')).toContain('LAPTOP-7F3K · failed');
});

test('whoever was too late is told who has it', () => {
  expect(said('case, taken-by-another')).toContain('Tom Keller has taken it already.');
  expect(said('case, taken by somebody')).toContain('Somebody else has taken it already.');
});

test('the requester is told three things at most, and what to do when it is ready', () => {
  expect(said('told ready, in session, told').join()).toContain(
    'Tom Keller can help now on LAPTOP-7F3K. Open Company Portal on it and accept the prompt.',
  );
  // Nothing depends on the order in which Teams delivers: a late notice tells how it stands now.
  expect(said('told ready, taken').join()).toContain('Tom Keller is on it.');
});

test('a queue of more than ten says which ones it shows', () => {
  expect(said('queue, more')).toEqual(expect.arrayContaining(['31 open help requests', '11 to 20 of 31']));
  expect(said('queue')).toContain('Maria Lopez · LAPTOP-7F3K · 30 minutes ago');
});
