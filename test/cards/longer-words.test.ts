import { cardData, type CardScreen } from '../../src/cards/card-data';
import { renderCard } from '../../src/cards/render-card';
import { wordsIn } from '../../src/cards/words';
import { elements } from './drawn';
import { longerWords } from './longer-words';
import { schemaErrors } from './schema';
import { cardScreens, now } from './screens';

// The pseudo-language: every word of a catalog marked and 40 % longer. What is not marked does not come from one.

const pseudo = longerWords(wordsIn('en', { now }));

const isCardScreen = (screen: { kind: string }): screen is CardScreen =>
  screen.kind !== 'note' && screen.kind !== 'sign-in';
const cards = Object.values(cardScreens())
  .filter(isCardScreen)
  .map((screen) => renderCard(cardData(pseudo, screen)));

test('cards with words 40 % longer are still valid and small', () => {
  expect(cards.flatMap(schemaErrors)).toEqual([]);
  expect(Math.max(...cards.map((card) => Buffer.byteLength(JSON.stringify(card))))).toBeLessThan(20 * 1024);
});

test('the templates say nothing themselves: every title, label and heading comes from the catalog', () => {
  for (const card of cards) {
    for (const { text } of elements(card, 'TextBlock').filter(({ style }) => style === 'heading'))
      expect(text).toMatch(/^⟦/u);
    for (const { label, placeholder, errorMessage } of elements(card, 'Input.Text'))
      for (const words of [label, placeholder, errorMessage].filter((one) => one !== undefined))
        expect(words).toMatch(/^⟦.*⟧$/u);
    expect(card['fallbackText']).toMatch(/^⟦/u);
  }
});
