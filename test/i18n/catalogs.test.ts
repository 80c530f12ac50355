import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { de } from '../../src/i18n/de';
import { en } from '../../src/i18n/en';
import { es } from '../../src/i18n/es';
import { autonyms, languages, type Language } from '../../src/i18n/language';
import { ptBr } from '../../src/i18n/pt-br';
import { languagesWithoutWords, spokenLanguage } from '../../src/i18n/translate';
import { understand } from '../../src/understand/understand';
import { catalogs, formatOf, lackingPlurals, otherPlaceholders } from './catalog-flaws';

const english = Object.entries<string>(en);

test('every language is answered in its own words', () => {
  expect(languagesWithoutWords).toEqual([]);
  expect(languages.map(spokenLanguage)).toEqual([...languages]);
  expect(Object.keys(autonyms)).toEqual([...languages]);
});

describe.each(languages)('the catalog in %s', (language) => {
  const catalog = catalogs[language];
  const messages = Object.entries<string>(catalog);

  test('has the keys of the English one, in the same order', () => {
    expect(Object.keys(catalog)).toEqual(Object.keys(en));
  });

  test('has the placeholders of the English one', () => {
    expect(otherPlaceholders(catalog)).toEqual([]);
  });

  test('has a form for every plural category of the language', () => {
    expect(lackingPlurals(language, catalog)).toEqual([]);
  });

  test('leaves no braces in a sentence', () => {
    for (const [, text] of messages) {
      const values = Object.fromEntries(
        Array.from(text.matchAll(/\{(\w+)[,}]/gu), ([, name = '']) => [name, 2]),
      );
      expect(formatOf(language, text).format(values)).not.toMatch(/[{}]/u);
    }
  });

  test('is plain words: no Markdown, no markup, no line breaks, no stray spaces', () => {
    const marked = messages.filter(([, text]) =>
      /[*[\]`~<>\\\n]|(?<!\w)_|_(?!\w)|\$\{|^[-+]|^#\s|^\d+[.)]|^\s|\s$| {2}/u.test(text),
    );
    expect(marked).toEqual([]);
  });

  test('has short titles on buttons', () => {
    const titles = messages.filter(([key]) => key.startsWith('button.'));
    expect(titles.filter(([, text]) => text.length > 30)).toEqual([]);
  });

  test('never uses the names of other products for ours', () => {
    const others = /Remote ?Help|Quick ?Assist|Remotehilfe|Ayuda remota|Ajuda remota|リモート ?ヘルプ/iu;
    expect(messages.filter(([, text]) => others.test(text))).toEqual([]);
  });

  test('has examples that the parser understands', () => {
    const intentOf = (text: string) => understand({ text, locale: language }).intent;
    expect(understand({ text: catalog['example.device'], locale: language })).toMatchObject({
      intent: 'help_device',
      query: 'LAPTOP-7F3K',
    });
    expect(understand({ text: catalog['example.person'], locale: language })).toMatchObject({
      intent: 'help_user',
      query: 'maria.lopez@contoso.com',
    });
    expect(understand({ text: catalog['example.app'], locale: language })).toMatchObject({
      intent: 'help_app',
      query: 'Adobe Reader',
    });
    expect(catalog['example.commands'].split(' · ').map(intentOf)).toEqual([
      'list_my_devices',
      'status',
      'history',
      'cancel',
      'my_requests',
      'queue',
      'sign_out',
      'help_menu',
    ]);
    expect(intentOf(catalog['example.yourself'])).toBe('ask_for_help');
    expect(quoted(catalog['note.not-understood']).map(intentOf)).toEqual(['help_device', 'help_menu']);
    expect(quoted(catalog['note.no-such-request']).map(intentOf)).toEqual(['status', 'history']);
  });
});

test.each([
  ['es', 'button.request-assistance', 'Solicitar asistencia remota'],
  ['es', 'fact.primary-user', 'Usuario primario'],
  ['es', 'compliance.compliant', 'Conforme'],
  ['es', 'compliance.noncompliant', 'No conforme'],
  ['pt-BR', 'button.request-assistance', 'Solicitar assistência remota'],
  ['pt-BR', 'fact.primary-user', 'Usuário principal'],
  ['pt-BR', 'compliance.compliant', 'Em conformidade'],
  ['pt-BR', 'compliance.noncompliant', 'Fora de conformidade'],
  ['de', 'button.request-assistance', 'Remoteunterstützung anfordern'],
  ['de', 'fact.primary-user', 'Primärer Benutzer'],
  ['de', 'compliance.compliant', 'Konform'],
  ['de', 'compliance.noncompliant', 'Nicht konform'],
] as const)('in %s %s is "%s", the official term', (language, key, term) => {
  expect(catalogs[language][key]).toBe(term);
});

test('Portuguese is that of Brazil', () => {
  const ofPortugal = /utilizador|aplicaç|inscri|ecrã|palavra-passe|terminar sessão|ficheiro/iu;
  expect(Object.values<string>(ptBr).filter((text) => ofPortugal.test(text))).toEqual([]);
});

test('German says "Sie", and names no profession in one gender', () => {
  const familiar = /(?<!\p{L})(?:du|dich|dir|deine?[mnrs]?)(?!\p{L})/iu;
  expect(Object.values<string>(de).filter((text) => familiar.test(text))).toEqual([]);
  expect(Object.values<string>(de).filter((text) => /Techniker|Supportmitarbeiter/u.test(text))).toEqual([]);
});

test('Spanish says "tú"', () => {
  const formal = /(?<!\p{L})(?:usted|ustedes|vosotros|vos)(?!\p{L})/iu;
  expect(Object.values<string>(es).filter((text) => formal.test(text))).toEqual([]);
});

test("a request to Intune is never called by the word for an end user's request for help, nor the other way round", () => {
  /** Whether a message is about help requests: by its key, and never about a request to Intune too. */
  const isAboutCases = (key: string) =>
    /^(?:case|stopped-by|button\.case-)|^fact\.(?:case|raised-by)$|^example\.commands$|^note\.(?:case-|no-such-case|no-help-channel|help-channel|install-first)/u.test(
      key,
    );
  const wordsFor = {
    es: /petici/iu,
    'pt-BR': /pedidos? de ajuda/iu,
    de: /Hilfeanfrage/iu,
    ru: /заявк/iu,
    ja: /サポート依頼/u,
  };
  for (const [language, word] of Object.entries(wordsFor)) {
    const messages = Object.entries<string>(catalogs[language as Language]); // a key of the object above
    expect(messages.filter(([key, text]) => !isAboutCases(key) && word.test(text))).toEqual([]);
  }
  const toIntune = { es: /solicitud/iu, 'pt-BR': /solicitaç/iu, de: /(?<!Remoteunterstützungs)Anforderung/u };
  for (const [language, word] of Object.entries(toIntune)) {
    const messages = Object.entries<string>(catalogs[language as Language]); // a key of the object above
    const both = messages.filter(([key, text]) => isAboutCases(key) && word.test(text));
    // These two name the request to Intune on purpose.
    const named = ['case.refusal.session-under-way', 'case.guard.will-be-told'];
    expect(both.map(([key]) => key).filter((key) => !named.includes(key))).toEqual([]);
  }
});

/** What a message tells people to write. */
const quoted = (text: string): string[] =>
  Array.from(text.matchAll(/["„«「]([^"“»」]+)["“»」]/gu), ([, inside = '']) => inside);

const src = join(__dirname, '..', '..', 'src');

/** Every literal in the sources that looks like the key of a message, as a pattern. */
function keysAskedFor(): RegExp[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('i18n'),
  );
  const sources = files.map((file) => readFileSync(join(src, file), 'utf8'));
  const literals = sources.flatMap((source) =>
    Array.from(source.matchAll(/['`]([a-z][\w${}.-]*\.[\w${}.-]+)['`]/gu), ([, text]) => text ?? ''),
  );
  return [...new Set(literals)].map(
    (text) => new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{.*?\}/gu, '.+')}$`, 'u'),
  );
}

test('every message is used somewhere', () => {
  const asked = keysAskedFor();
  expect(english.map(([key]) => key).filter((key) => !asked.some((one) => one.test(key)))).toEqual([]);
});
