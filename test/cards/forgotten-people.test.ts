import { renderScreen } from '../../src/cards/render-card';
import type { Screen } from '../../src/desk/screens';
import { languages } from '../../src/i18n/language';
import { isOver } from '../../src/request/decide';
import { forgetEverybody } from '../../src/request/forget-person';
import { schemaErrors } from './schema';
import { now, requestIn, stored, states, ticket } from './screens';

// A card of a request whose people were erased can still be asked for, by a press or by `history`.

const forgotten = Object.values(states())
  .map((state) => requestIn(state))
  .filter(isOver)
  .map((request) => stored(forgetEverybody(request)));

describe.each(languages)('after an erasure, in %s', (language) => {
  const screens: Screen[] = [
    ...forgotten.map((each): Screen => ({ kind: 'request', stored: each, ticket, now })),
    { kind: 'history', requests: forgotten.slice(0, 10) },
  ];

  test.each(screens.map((screen) => [screen.kind, screen] as const))(
    'the card of a %s says what is left',
    (_, screen) => {
      const { card } = renderScreen(screen, language, { now });
      const text = JSON.stringify(card);
      expect(schemaErrors(card)).toEqual([]);
      expect(text).not.toMatch(/\$\{|undefined|Maria|Tom|contoso|LAPTOP|0x80070490/u);
    },
  );
});
