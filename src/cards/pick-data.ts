import type { PickDevice, Screen } from '../desk/screens';
import type { DetectedApp, DirectoryPerson } from '../desk/ports';
import { button, rootOf, type Button, type CardData } from './card';
import { LONGEST_IN_ROW, LONGEST_IN_TITLE, deviceRow } from './device-lines';
import { plain, safe, type Markdown, type Plain } from '../safe-text/safe-text';
import { joined, joinedPlain, type Line, type Words } from './words';

/** Rows that a card shows; the desk sends no more, and this holds if it ever does. */
const MOST_ROWS = 10;

type Row = { readonly name: Markdown; readonly details: Markdown; readonly title: Plain };

/** One of several devices. */
export function pickDeviceData(words: Words, screen: PickDevice): CardData {
  const heading = deviceHeading(words, screen);
  return pick(words, screen, {
    heading,
    sentence: deviceSentence(words, screen),
    more: words.markdown('pick.device.more'),
    summary: words.plain('pick.device.speech'),
    rows: screen.devices.map((device) => deviceRow(words, device)),
    // Back to the card of the case, where another device can be named.
    ...(screen.of.kind === 'case' && { buttons: [button(words, 'case-view', screen.of.caseTicket)] }),
  });
}

function deviceSentence(words: Words, { of, devices }: PickDevice): Line {
  if (of.kind === 'several-names') return words.line('pick.device.one-at-a-time');
  if (of.kind !== 'case') return words.line('pick.device.sentence');
  if (devices.length === 0) return words.line('case.pick.none', { requester: of.requester });
  const { named } = of;
  return named
    ? words.line(`case.pick.${named.is}`, { named: named.text })
    : words.line('pick.device.sentence');
}

function deviceHeading(words: Words, { of, devices, more }: PickDevice): Line {
  switch (of.kind) {
    case 'name':
      return words.line(more ? 'pick.device.name-more' : 'pick.device.name', {
        typed: of.typed,
        count: devices.length,
      });
    case 'person':
      return words.line('pick.device.person', { name: of.name });
    case 'app':
      return words.line('pick.device.app', { name: of.name });
    case 'own':
      return words.line('pick.device.own');
    case 'several-names':
      return words.line('pick.device.several-names');
    case 'case':
      return words.line('case.pick.heading', { requester: of.requester, number: of.number });
  }
}

/** One of several apps or versions of an app. */
export function pickAppData(words: Words, screen: Extract<Screen, { readonly kind: 'pick-app' }>): CardData {
  return pick(words, screen, {
    heading: words.line('pick.app.heading', { name: screen.name }),
    sentence: words.line('pick.app.sentence'),
    more: words.markdown('pick.app.more'),
    summary: words.plain('pick.app.speech'),
    rows: screen.apps.map((app) => appRow(words, app)),
  });
}

function appRow(words: Words, { name, version, deviceCount }: DetectedApp): Row {
  const count =
    deviceCount === undefined ? undefined : words.line('value.device-count', { count: deviceCount });
  return {
    name: safe(name, LONGEST_IN_ROW),
    details: joined(' · ', [
      version === undefined ? undefined : safe(version, LONGEST_IN_ROW),
      count?.markdown,
    ]),
    title: joinedPlain(', ', [
      plain(name, LONGEST_IN_TITLE),
      version === undefined ? undefined : plain(version, LONGEST_IN_TITLE),
      count?.plain,
    ]),
  };
}

/** One of several people of the directory. */
export function pickPersonData(
  words: Words,
  screen: Extract<Screen, { readonly kind: 'pick-person' }>,
): CardData {
  return pick(words, screen, {
    heading: words.line('pick.person.heading', { name: screen.name }),
    sentence: words.line('pick.person.sentence'),
    more: words.markdown('pick.person.more'),
    summary: words.plain('pick.person.speech'),
    rows: screen.people.map(personRow),
  });
}

const personRow = ({ name, signInName }: DirectoryPerson): Row => ({
  name: safe(name, LONGEST_IN_ROW),
  details: safe(signInName ?? '', LONGEST_IN_ROW),
  title: joinedPlain(', ', [
    plain(name, LONGEST_IN_TITLE),
    signInName === undefined ? undefined : plain(signInName, LONGEST_IN_TITLE),
  ]),
});

export type Choices = {
  readonly heading: Line;
  readonly sentence: Line;
  readonly more: Markdown;
  /** The heading without anything foreign. */
  readonly summary: Plain;
  readonly rows: readonly Row[];
  readonly buttons?: readonly Button[];
};

/** A card of rows, each of which can be pressed. */
export function pick(
  words: Words,
  { ticket, more }: { readonly ticket: string; readonly more: boolean },
  choices: Choices,
): CardData {
  const { heading, sentence, summary } = choices;
  const rows = choices.rows.slice(0, MOST_ROWS);
  return {
    template: 'pick',
    data: {
      ...rootOf(words, [heading.plain, sentence.plain], [summary]),
      heading: heading.markdown,
      sentence: sentence.markdown,
      rows: rows.map(({ name, details, title }, row) => ({
        name,
        details: details === '' ? [] : [details],
        title,
        verb: 'pick',
        sends: { ticket, row },
      })),
      more: more ? [choices.more] : [],
      buttons: choices.buttons ?? [],
    },
    summary,
  };
}

/** Nothing found; near names are offered and never opened by themselves. */
export function noMatchData(words: Words, screen: Extract<Screen, { readonly kind: 'no-match' }>): CardData {
  const { what, typed, near, ticket } = screen;
  const heading = words.line(`no-match.${what}`);
  const sentence =
    what === 'own-devices'
      ? words.line('no-match.own-devices.sentence')
      : words.line(`no-match.${what}.sentence`, { typed });
  const next = words.line(`no-match.${what}.next`);
  return {
    template: 'no-match',
    data: {
      ...rootOf(words, [heading.plain, sentence.plain, next.plain], [heading.plain]),
      heading: heading.markdown,
      sentence: sentence.markdown,
      next: next.markdown,
      near: near.length > 0 ? [words.markdown('no-match.near')] : [],
      names: near
        .slice(0, 3)
        .map((name, row) => ({ title: plain(name, LONGEST_IN_TITLE), verb: 'pick', sends: { ticket, row } })),
    },
    summary: heading.plain,
  };
}
