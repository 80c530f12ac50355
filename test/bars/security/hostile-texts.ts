import { naughtyStrings } from './naughty-strings';

// Every naughty string as it is, and inside of what Teams, Markdown, templates, terminals or spreadsheets would obey.

const wrappers: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `[${text}](https://evil.example)`,
  (text) => `![${text}](https://evil.example/x.png)`,
  (text) => `**${text}** _${text}_`,
  (text) => `# ${text}`,
  (text) => `1. ${text}`,
  (text) => `- ${text}`,
  (text) => `> \`${text}\``,
  (text) => `<at>${text}</at>`,
  (text) => `<a href="https://evil.example">${text}</a>`,
  (text) => `\${${text}}`,
  (text) => `\${$root.secret}${text}`,
  (text) => `{{DATE(2026-01-01T00:00:00Z)}}${text}`,
  (text) => `\u202E${text}\u202C`,
  (text) => `\u2066${text}\u200B\u2069`,
  (text) => `=HYPERLINK("https://evil.example","${text}")`,
  (text) => `+${text}`,
  (text) => `@${text}`,
  (text) => `\u001B[31m${text}\r\n{"level":"error"}`,
  (text) => `${text}${'\u0301'.repeat(20)}`,
  (text) => `${text.slice(0, 90)}👩‍💻👩‍💻👩‍💻👩‍💻`,
  (text) => `&lt;b&gt;${text}&#42;`,
];

export const hostileTexts: readonly string[] = wrappers.flatMap((wrap) => naughtyStrings.map(wrap));
