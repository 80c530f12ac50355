import type { Card } from '../../src/desk/cards';
import { presenter, wordsOfCards } from '../../src/teams/presenting';
import { requestCards } from '../../src/teams/request-cards';
import { inState } from '../request/stories';
import { personalChat, testClock } from './doubles';

const card = { place: personalChat, language: 'en', replaces: false } as Card; // all of it that is looked at
const clock = testClock();

test.each([
  ['is followed', {}, false],
  ['nobody follows any more', { isLeftAlone: true }, true],
] as const)('the card of a request that %s says so', async (_, how, says) => {
  const draw = requestCards({
    requests: { load: () => Promise.resolve({ request: inState.requested, version: 3, ...how }) },
    present: presenter(wordsOfCards(clock), 'api://bot'),
    fill: (screen) => Promise.resolve(screen),
    clock,
  });
  const drawn = JSON.stringify(await draw(card, inState.requested.id));
  expect(drawn.includes('A fault of mine keeps me from following this request')).toBe(says);
});
