import type { Person } from '../tenant/person';

/** A typed line as Teams sends it: `@Tom Becker` and `@tom` become mentions, and so does the bot's name. */
export function readMentions(
  text: string,
  members: readonly Person[],
  botName: string,
): { text: string; mentions: string[]; mentionsBot: boolean } {
  const mentions: string[] = [];
  let marked = text;
  // Longer names first: "Anna Vogel" is the beginning of "Anna Vogelsang".
  for (const { key, name } of members.toSorted((a, b) => b.name.length - a.name.length)) {
    const written = [`@${name}`, `@${key}`].find((at) => holds(marked, at));
    if (written === undefined) continue;
    marked = marked.replace(written, `@${key}`);
    mentions.push(key);
  }
  return { text: marked, mentions, mentionsBot: text.includes(`@${botName}`) };
}

/** Whether the text holds this mention, and not the beginning of a longer word. */
function holds(text: string, at: string): boolean {
  const index = text.indexOf(at);
  return index >= 0 && !/^[\p{L}\p{N}]/u.test(text.slice(index + at.length));
}
