import { PERSONAL_ACCOUNTS_TENANT, type PersonSeed } from './person';

const technician = { roles: ['Technician'], intune: 'helpDeskOperator', installed: true } as const;

/** A tenant that is not ours, for people from outside. */
export const FOREIGN_TENANT = 'f0e1d2c3-b4a5-4968-8776-5a4b3c2d1e0f';

/** Everybody one can play. */
export const people: readonly PersonSeed[] = [
  { key: 'tom', name: 'Tom Becker', about: 'Technician. Everything works.', behaviour: technician },
  { key: 'tina', name: 'Tina Okafor', about: 'A second technician.', behaviour: technician },
  {
    key: 'sergei',
    name: 'Сергей Иванов',
    about: 'Technician with Teams in Russian.',
    locale: 'ru-RU',
    timezone: 'Europe/Moscow',
    behaviour: technician,
  },
  {
    key: 'nora',
    name: 'Nora Lindqvist',
    about: 'Technician whom Intune gives no role: she sees no device.',
    locale: 'sv-SE',
    behaviour: { ...technician, intune: 'none' },
  },
  {
    key: 'ravi',
    name: 'Ravi Shah',
    about: 'Technician who may see devices in Intune but not ask for remote assistance.',
    locale: 'en-GB',
    behaviour: { ...technician, intune: 'readOnly' },
  },
  {
    key: 'carl',
    name: 'Carl Weiss',
    about: 'Technician who has not consented yet: a sign-in card leads through it.',
    locale: 'de-DE',
    behaviour: { ...technician, consented: false },
  },
  {
    key: 'mia',
    name: 'Mia Torres',
    about: 'Technician of whom a second factor is demanded.',
    locale: 'es-ES',
    behaviour: { ...technician, exchange: 'mfa-required' },
  },
  {
    key: 'bruno',
    name: 'Bruno Alves',
    about: 'Technician whom a Conditional Access policy blocks.',
    locale: 'pt-BR',
    behaviour: { ...technician, exchange: 'blocked-by-policy' },
  },
  { key: 'anna', name: 'Anna Vogel', about: 'End user of LAPTOP-7F3K.', locale: 'de-DE' },
  { key: 'annika', name: 'Anna Vogelsang', about: 'End user whose name resembles Anna Vogel.' },
  { key: 'bert', name: 'Bert Jansen', about: 'End user with three devices.', locale: 'nl-NL' },
  { key: 'yuki', name: '山田 雪', about: 'End user with Teams in Japanese.', locale: 'ja-JP' },
  { key: 'maria', name: 'María José Núñez', about: 'End user with Teams in Spanish.', locale: 'es-ES' },
  { key: 'sean', name: "Seán O'Brien", about: "End user of O'Brien-PC.", locale: 'en-IE' },
  { key: 'olga', name: 'Ольга Смирнова', about: 'End user of КАССА-2.', locale: 'ru-RU' },
  {
    key: 'gus',
    name: 'Gus Partner',
    about: 'A guest of the tenant.',
    upn: 'gus_partner.example#EXT#@contoso.example',
    guest: true,
  },
  {
    key: 'frida',
    name: 'Frida Stranger',
    about: 'Somebody of another tenant in a shared chat.',
    upn: 'frida@fabrikam.example',
    tenantId: FOREIGN_TENANT,
    behaviour: { roles: ['Technician'] },
  },
  {
    key: 'pat',
    name: 'Pat Personal',
    about: 'A personal Microsoft account.',
    upn: 'pat@outlook.example',
    tenantId: PERSONAL_ACCOUNTS_TENANT,
  },
];
