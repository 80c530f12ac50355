import { translate } from '../../src/i18n/translate';

test('values are inserted where the message wants them', () => {
  expect(translate('en', 'progress.waits.not-reached', { time: '09:15 UTC' })).toBe(
    'Intune could not be reached. I will ask again at 09:15 UTC.',
  );
});

test('counts choose the form of the word', () => {
  expect(translate('en', 'value.device-count', { count: 1 })).toBe('1 device');
  expect(translate('en', 'value.device-count', { count: 4 })).toBe('4 devices');
  expect(translate('en', 'pick.device.name', { count: 2, typed: 'iPhone' })).toBe('2 devices match "iPhone"');
});

test('values are never read as messages', () => {
  expect(translate('en', 'pick.device.person', { name: "{count, plural, other {x}} '{' <b>" })).toBe(
    "Devices of {count, plural, other {x}} '{' <b>",
  );
});

test('a language is answered in its own words', () => {
  expect(translate('de', 'button.cancel')).toBe('Abbrechen');
});

// Checked by the compiler: each of these lines would be an error if it compiled.
export const doNotCompile = () => [
  // @ts-expect-error a value is missing
  translate('en', 'pick.device.person'),
  // @ts-expect-error a value inside a plural is missing
  translate('en', 'pick.device.name', { count: 2 }),
  // @ts-expect-error a value has another name
  translate('en', 'pick.device.person', { person: 'Ana' }),
  // @ts-expect-error there is nothing to insert
  translate('en', 'button.cancel', { name: 'x' }),
  // @ts-expect-error there is no such message
  translate('en', 'button.explode'),
];
