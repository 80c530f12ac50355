import type { Stored } from '../desk/ports';
import type { Screen } from '../desk/screens';
import type { HelpRequest } from '../request/help-request';
import { button, fact, rootOf, type CardData } from './card';
import { safe } from '../safe-text/safe-text';
import { joined, type Line, type Words } from './words';

const MOST_ROWS = 10;

/** The requests of a technician: those that are open, or the last ones with their outcome. */
export function listData(
  words: Words,
  { kind, requests }: Extract<Screen, { readonly kind: 'status' | 'history' }>,
): CardData {
  const heading = listHeading(words, kind, requests.length);
  const empty = requests.length === 0;
  const nothing = words.line('list.empty.next');
  return {
    template: 'list',
    data: {
      ...rootOf(words, [heading.plain, ...(empty ? [nothing.plain] : [])], [heading.plain]),
      heading: heading.markdown,
      empty: empty ? [nothing.markdown] : [],
      rows: requests.slice(0, MOST_ROWS).map((stored) => requestRow(words, stored)),
      more: requests.length > MOST_ROWS ? [words.markdown('list.more', { count: MOST_ROWS })] : [],
      buttons: [
        button(words, 'my-devices', undefined),
        button(words, kind === 'status' ? 'history' : 'status', undefined),
      ],
    },
    summary: heading.plain,
  };
}

function listHeading(words: Words, kind: 'status' | 'history', count: number): Line {
  if (count === 0) return words.line(`list.${kind}.empty`);
  return kind === 'status'
    ? words.line('list.status.heading', { count })
    : words.line('list.history.heading');
}

function requestRow(words: Words, { request }: Stored) {
  return {
    name: joined(' · ', [
      safe(request.device.name),
      words.markdown('value.reference', { number: request.number }),
    ]),
    details: joined(' · ', [statusWord(words, request), safe(words.time(request.openedAt))]),
  };
}

const statusWord = (words: Words, request: HelpRequest) =>
  request.status === 'closed'
    ? words.markdown(`outcome.${request.outcome}.word`)
    : words.markdown(`status.${request.status}`);

/** What the bot can be asked for; also its greeting. */
export function helpData(words: Words, { greeting }: Extract<Screen, { readonly kind: 'help' }>): CardData {
  const heading = words.line(greeting ? 'help.greeting' : 'help.heading');
  const sentence = words.line('help.sentence');
  const device = words.line('example.device');
  return {
    template: 'help',
    data: {
      ...rootOf(
        words,
        [heading.plain, sentence.plain, words.plain('help.device'), device.plain],
        [heading.plain],
      ),
      heading: heading.markdown,
      sentence: sentence.markdown,
      examples: [
        fact(words, 'help.device', device.markdown),
        fact(words, 'help.person', words.markdown('example.person')),
        fact(words, 'help.app', words.markdown('example.app')),
        fact(words, 'help.yourself', words.markdown('example.yourself')),
        fact(words, 'help.commands', words.markdown('example.commands')),
      ],
      buttons: (['my-devices', 'status', 'history'] as const).map((verb) => button(words, verb, undefined)),
    },
    summary: heading.plain,
  };
}
