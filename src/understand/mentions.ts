import type { Mention } from './intention';

/** A person mentioned in the text. `id` is missing only where there were no entities. */
export interface MentionedPerson {
  readonly name: string;
  readonly id: string | undefined;
}
export interface MentionsRead {
  /** The text with a mark for each person; the bot is dropped. */
  readonly text: string;
  readonly people: readonly MentionedPerson[];
  readonly botMentioned: boolean;
}

/** Stands for the n-th mentioned person until entities are found. Typed text cannot contain it, see normalise. */
export const personMark = (index: number): string => `\u{F0000}${index}\u{F0001}`;
export const PERSON_MARK = /\u{F0000}(\d{1,3})\u{F0001}/gu;

const AT_ELEMENT = /<at[^<>]{0,200}>([^<>]{0,200})<\/at>/giu;
const BOT_NAMES = ['remote help', 'device assist'];
// Without entities a name typed with an at sign can still be the bot's; another name after it is another person's.
const TYPED_BOT = /(?<![\p{L}\p{N}])@(?:remote ?help|device ?assist)(?![\p{L}\p{N}])[,:]?/giu;

const sameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('en') === b.trim().toLocaleLowerCase('en');

/**
 * Takes the mentions out of a text. botbuilder's `removeMentionText` removes only the first match, and nothing when the
 * entity has no text; and dropping every mention would lose the person who is the object of "show Ana's devices".
 */
export function readMentions(text: string, mentions?: readonly Mention[]): MentionsRead {
  const people: MentionedPerson[] = [];
  const left = [...(mentions ?? [])];
  const bot = { mentioned: false };

  const place = (person: MentionedPerson): string => ` ${personMark(people.push(person) - 1)} `;
  const marked = text
    .replaceAll(/[\u{F0000}-\u{FFFFD}]/gu, '')
    .replace(AT_ELEMENT, (element: string, name: string) => {
      const at = left.findIndex((mention) => mention.text === element || sameName(mention.name, name));
      const mention = at < 0 ? undefined : left.splice(at, 1)[0];
      const isBot = mention
        ? mention.isBot
        : mentions === undefined && BOT_NAMES.some((bot) => sameName(bot, name));
      if (!isBot) return place({ name: mention?.name ?? name, id: mention?.id });
      bot.mentioned = true;
      return ' ';
    });
  const withoutTypedBot = marked.replace(TYPED_BOT, () => {
    bot.mentioned = true;
    return ' ';
  });
  // An entity whose text is not in the message (seen in group chats) still says that the bot was mentioned.
  return {
    text: withoutTypedBot,
    people,
    botMentioned: bot.mentioned || left.some((mention) => mention.isBot),
  };
}
