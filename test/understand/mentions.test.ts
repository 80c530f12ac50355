import type { Mention } from '../../src/understand/intention';
import { understand } from '../../src/understand/understand';

const bot: Mention = { text: '<at>Remote</at>', id: '28:bot', name: 'Remote Help', isBot: true };
const ana: Mention = { text: '<at>Ana Souza</at>', id: '29:ana', name: 'Ana Souza', isBot: false };

it('knows the bot by its id when a user shortened the mention to one word', () => {
  const intention = understand({ text: '<at>Remote</at> my screen keeps flickering', mentions: [bot] });
  expect(intention).toMatchObject({ intent: 'help_device', query: null, botMentioned: true });
});

it('does not take a person who is called Remote Help for the bot', () => {
  const impostor: Mention = { ...bot, text: '<at>Remote Help</at>', isBot: false };
  const intention = understand({ text: '<at>Remote Help</at> help me with PC-0231', mentions: [impostor] });
  expect(intention).toMatchObject({ intent: 'none', botMentioned: false, reason: 'addressed-to-another' });
});

it('believes no typed <at> when the message has entities, even an empty list', () => {
  const intention = understand({ text: '<at>Remote Help</at> my laptop is broken', mentions: [] });
  expect(intention).toMatchObject({ intent: 'none', botMentioned: false });
});

it('hands on the id of the person whose devices are asked for', () => {
  const intention = understand({
    text: '<at>Remote</at> show <at>Ana Souza</at> devices',
    mentions: [bot, ana],
  });
  expect(intention.intent).toBe('none');
  expect(
    understand({ text: "<at>Remote</at> show me <at>Ana Souza</at>'s devices", mentions: [bot, ana] }),
  ).toMatchObject({
    intent: 'help_user',
    query: 'Ana Souza',
    queryKind: 'mention',
    personId: '29:ana',
  });
});

it('tells two mentioned people apart', () => {
  const tom: Mention = { text: '<at>Tom</at>', id: '29:tom', name: 'Tom', isBot: false };
  const text = '<at>Remote</at> <at>Tom</at> asks: devices of <at>Ana Souza</at>';
  expect(understand({ text, mentions: [bot, tom, ana] })).not.toMatchObject({ personId: '29:tom' });
});

it('counts a mention of the bot whose text is missing from the message', () => {
  const group: Mention = { ...bot, text: '' };
  expect(understand({ text: 'my laptop will not turn on, it is dead', mentions: [group] }).botMentioned).toBe(
    true,
  );
});

it('asks which device when somebody complains in a personal chat, where nobody else can be meant', () => {
  expect(understand({ text: "my laptop won't turn on" }).intent).toBe('none');
  expect(understand({ text: "my laptop won't turn on", addressed: true })).toMatchObject({
    intent: 'help_device',
    query: null,
  });
});

it('keeps markup that somebody typed as text: &amp;lt; is no mention', () => {
  const intention = understand({
    text: '&amp;lt;at&amp;gt;Remote Help&amp;lt;/at&amp;gt; my laptop is broken',
  });
  expect(intention.botMentioned).toBe(false);
});
