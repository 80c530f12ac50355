import { commandTitles } from '../../src/understand/command-titles';
import { appTitles, autonyms, wordingsOf } from '../../src/understand/commands';
import { languages } from '../../src/understand/intention';
import { LONGEST_TEXT, normalise } from '../../src/understand/normalise';
import { understand } from '../../src/understand/understand';

const read = (text: string): string => {
  const { intent, query } = understand({ text });
  return query === null ? intent : `${intent}: ${query}`;
};

describe('what is written', () => {
  it.each([
    ['full-width letters and hyphen', 'ＰＣ－０２３１を助けて', 'help_device: PC-0231'],
    ['the hyphen of iOS', 'connect to PC\u20110231', 'help_device: PC-0231'],
    ['a soft hyphen and a zero-width space', 'connect to PC\u00AD-02\u200B31', 'help_device: PC-0231'],
    ['characters that turn the text around', 'connect to \u202EPC-0231\u202C', 'help_device: PC-0231'],
    ['an ampersand in the name', 'help me with R&amp;D-LT-04', 'help_device: R&D-LT-04'],
    ['look-alike letters, as typed', 'помоги с РС-0231', 'help_device: РС-0231'],
    ['Russian on the Latin layout', 'gjvjub c PC-0231', 'help_device: PC-0231'],
    ['English on the Russian layout', 'рудз ьу цшер PC-0231', 'help_device: PC-0231'],
    ['a negation on the wrong layout', 'yt gjvjufq c PC-0231', 'none'],
    ['a private-use character that imitates a found device', 'help me with \uE000', 'none'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is no device', () => {
  it.each([
    'help me with INC-004512', 'can you help with RITM0012345', 'help with KB5031455', 'help me with CVE-2026-1234', 'help with Windows 11 23H2',
    'help me with M365', 'help me with device X', 'помоги с отчётом в 17:00', 'hilf mir um 17 Uhr', 'ajuda às 18h', 'help me with report2024.xlsx',
    '17時に手伝って', 'help me at https://contoso.example/PC-0231',
  ])('%s', (text) => {
    expect(understand({ text }).intent).not.toBe('help_device');
  }); // prettier-ignore
});

describe('the end of a word is not ASCII', () => {
  it.each(['ya ayudé con PC-0231', 'já ajudei com o PC-0231', 'ich möchte PC-0231 nicht verbinden'])(
    '%s',
    (text) => {
      expect(read(text)).toBe('none');
    },
  );
});

describe('a not that belongs to the problem is the reason to help', () => {
  it.each([
    'PC-0231 no imprime', 'PC-0231 druckt nicht', 'o PC-0231 não imprime', 'PC-0231 не печатает', "PC-0231 won't print",
    'PC-0231 から印刷できません', 'PC-0231 を見てくれない？',
  ])('%s', (text) => {
    expect(read(text)).toBe('help_device: PC-0231');
  }); // prettier-ignore
});

describe('names', () => {
  it('asks for both readings where a Japanese word stands right before the name', () => {
    expect(understand({ text: '受付PC-01 に接続して' })).toMatchObject({
      query: '受付PC-01',
      candidates: ['受付PC-01', 'PC-01'],
    });
  });
  it('offers a list where two devices are named', () => {
    expect(understand({ text: 'help with PC-0231 and LAPTOP-7F3K' })).toMatchObject({
      query: 'PC-0231 | LAPTOP-7F3K',
      queryKind: 'multi',
      candidates: ['PC-0231', 'LAPTOP-7F3K'],
    });
  });
  it('keeps the whole domain name', () => {
    expect(read('connect to ws-017.ad.contoso.com')).toBe('help_device: ws-017.ad.contoso.com');
  });
});

describe('the language of an utterance', () => {
  it.each([
    ['hilf mir mit PC-0231', 'de'], ['помоги с PC-0231', 'ru'], ['ayúdame con PC-0231', 'es'], ['me ajuda com o PC-0231', 'pt-BR'],
    ['PC-0231 を助けて', 'ja'], ['help me with PC-0231', 'en'],
  ])('%s', (text, language) => {
    expect(understand({ text }).language).toBe(language);
  }); // prettier-ignore
  it('is unknown where languages share the word, unless the client speaks one of them', () => {
    expect(understand({ text: 'status' }).language).toBeUndefined();
    expect(understand({ text: 'status', locale: 'pt-PT' }).language).toBe('pt-BR');
    expect(understand({ text: 'PC-0231' }).language).toBeUndefined();
  });
});

describe.each(languages)('a command of the list in %s', (language) => {
  const { help_device: title, ...whole } = commandTitles[language];
  it.each(Object.keys(whole) as (keyof typeof whole)[])('%s', (command) => {
    for (const text of wordingsOf(language, command))
      expect({ text, ...understand({ text }) }).toMatchObject({ text, intent: command });
  });
  it('the title of the main job, alone and with a device', () => {
    expect(understand({ text: title, addressed: true })).toMatchObject({
      intent: 'help_device',
      query: null,
    });
    expect(read(`${title} PC-0231`)).toBe('help_device: PC-0231');
  });
  it('the devices with an app', () => {
    for (const wording of appTitles[language]) expect(read(`${wording} Zoom`)).toBe('help_app: Zoom');
  });
  it('its own name', () => {
    expect(understand({ text: autonyms[language] })).toMatchObject({ intent: 'language', query: language });
  });
});

it('what end users do with requests for help is said in the words of the command and no others', () => {
  expect(read('please ask for help!')).toBe('ask_for_help');
  for (const text of [
    'I had to ask for help yesterday',
    'the print queue is full',
    'my requests are ignored',
    'use this channel for memes',
  ])
    expect({ text, read: read(text) }).toEqual({ text, read: 'none' });
});

it('reads no more than five hundred characters and cuts no character in half', () => {
  expect(normalise('x'.repeat(20_000))).toHaveLength(LONGEST_TEXT);
  expect(normalise(`${'x'.repeat(LONGEST_TEXT - 1)}😩`)).toBe('x'.repeat(LONGEST_TEXT - 1));
});
