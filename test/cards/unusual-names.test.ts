import { renderScreen } from '../../src/cards/render-card';
import type { Device } from '../../src/request/device';
import { languages } from '../../src/i18n/language';
import { translate } from '../../src/i18n/translate';
import { markdownTexts } from './drawn';
import { now, requestIn, requestScreen, states, ticket } from './screens';

const draft = requestScreen(states()['draft'] ?? { status: 'draft', expiresAt: now });
const { request } = draft.stored;
const about = (changes: Partial<Device>) => ({
  ...draft,
  stored: { ...draft.stored, request: { ...request, device: { ...request.device, ...changes } } },
});

const isWarned = (changes: Partial<Device>, language: (typeof languages)[number] = 'en') =>
  markdownTexts(renderScreen(about(changes), language, { now }).card).some((text) =>
    text.includes(translate(language, 'card.unusual-characters').slice(0, 30)),
  );

test.each(languages)('a name in two alphabets is pointed out on the confirm card, in %s', (language) => {
  expect(isWarned({ name: 'LАPTOP-7F3K' }, language)).toBe(true); // with a Cyrillic А
  expect(isWarned({}, language)).toBe(false);
});

test('so is one whose user has a name with hidden characters', () => {
  expect(isWarned({ user: { name: 'Maria\u202E zepoL' } })).toBe(true);
  expect(isWarned({ user: { name: 'Мария Лопес', signInName: 'maria@contoso.com' } })).toBe(false);
});

test('and it is pointed out in the row of a list', () => {
  const device = { ...requestIn({ status: 'draft', expiresAt: now }).device, name: 'LАPTOP-7F3K' };
  const of = { kind: 'own' } as const;
  const screen = { kind: 'pick-device', of, devices: [device], more: false, ticket } as const;
  expect(JSON.stringify(renderScreen(screen, 'en', { now }).card)).toContain('Unusual characters');
});
