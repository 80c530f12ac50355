import { STALE_AFTER_DAYS, type Device, type DeviceWarning } from '../request/device';
import type { HelpRequest } from '../request/help-request';
import { fact, type Fact } from './card';
import { plain, safe, type Markdown, type Plain } from '../safe-text/safe-text';
import { isUnusual } from '../safe-text/unusual';
import { joined, joinedPlain, type Say, type Words } from './words';

/** The evidence on the confirm card, in the order in which one tells devices apart. */
export function deviceFacts(words: Words, device: Device): Fact[] {
  const model = joined(' ', [device.manufacturer, device.model].map(made(inFact)));
  const system = systemOf(device);
  const serial = serialTail(device);
  return [
    fact(words, 'fact.primary-user', primaryUser(words, device)),
    ...(model ? [fact(words, 'fact.model', model)] : []),
    ...(system ? [fact(words, 'fact.system', joined(' ', system.map(made(inFact))))] : []),
    fact(words, 'fact.ownership', ownership(words, device)),
    fact(words, 'fact.compliance', compliance(words, device)),
    fact(words, 'fact.last-check-in', lastCheckIn(words, device)),
    ...(serial
      ? [fact(words, 'fact.serial-number', words.markdown('value.serial-tail', { tail: serial }))]
      : []),
  ];
}

/** "Maria Lopez (maria.lopez@contoso.com)", or that nobody is. */
export function primaryUser(words: Words, { user }: Device): Markdown {
  const { name, signInName } = user ?? {};
  if (name && signInName) return safe(`${name} (${signInName})`, 160);
  const known = name ?? signInName;
  return known ? safe(known) : words.markdown('value.no-primary-user');
}

/** Whether the name of the device or of its user may be another one than it seems. */
export const hasUnusualName = ({ name, user }: Device): boolean =>
  [name, user?.name, user?.signInName].some((text) => text !== undefined && isUnusual(text));

/** Only the end of a serial number: enough to compare with a sticker, too little to order support with. */
export function serialTail({ serialNumber }: Device): string | undefined {
  const serial = serialNumber?.trim();
  return serial && serial.length > 4 ? serial.slice(-4) : undefined;
}

/** The sentences that say what follows from each warning, in the order of the request. */
export function warningLines<T>(say: Say<T>, request: HelpRequest): T[] {
  return request.warnings.map((warning) => warningLine(say, warning, request));
}

function warningLine<T>(say: Say<T>, warning: DeviceWarning, { device, typed }: HelpRequest): T {
  switch (warning) {
    case 'stale-check-in':
      return device.lastSyncAt === undefined
        ? say('warning.stale-check-in.never')
        : say('warning.stale-check-in', { days: STALE_AFTER_DAYS });
    case 'not-managed':
      return say('warning.not-managed', { state: device.managementState ?? '–' });
    case 'other-spelling':
      return say('warning.other-spelling', { typed: typed ?? '–', name: device.name });
    case 'corporate-android':
    case 'enrolled-without-user':
    case 'no-primary-user':
    case 'old-session-link':
      return say(`warning.${warning}`);
  }
}

/** Graphemes of a foreign text in one of ten rows, and in the title that a screen reader says for it. */
export const LONGEST_IN_ROW = 60;
export const LONGEST_IN_TITLE = 40;
const inRow = (text: string): Markdown => safe(text, 20);
const inTitle = (text: string): Plain => plain(text, 20);

/** One row of a pick card: what tells same-named devices apart. */
export function deviceRow(words: Words, device: Device): { name: Markdown; details: Markdown; title: Plain } {
  const user = device.user?.name ?? device.user?.signInName;
  const system = systemOf(device);
  const serial = serialTail(device);
  return {
    name: safe(device.name, LONGEST_IN_ROW),
    details: joined(' · ', [
      user ? safe(user, LONGEST_IN_ROW) : words.markdown('value.no-primary-user'),
      system && joined(' ', system.map(made(inRow))),
      lastCheckIn(words, device),
      serial ? serialNumber(words, serial) : undefined,
      hasUnusualName(device) ? words.markdown('card.unusual-characters') : undefined,
    ]),
    title: joinedPlain(', ', [
      plain(device.name, LONGEST_IN_TITLE),
      user ? plain(user, LONGEST_IN_TITLE) : words.plain('value.no-primary-user'),
      system && joinedPlain(' ', system.map(made(inTitle))),
    ]),
  };
}

const serialNumber = (words: Words, tail: string): Markdown =>
  joined(' ', [words.markdown('fact.serial-number'), words.markdown('value.serial-tail', { tail })]);

function lastCheckIn(words: Words, { lastSyncAt }: Device): Markdown {
  if (lastSyncAt === undefined) return words.markdown('value.never-checked-in');
  return words.markdown('value.time-and-age', { time: words.time(lastSyncAt), age: words.age(lastSyncAt) });
}

function ownership(words: Words, { ownerType }: Device): Markdown {
  switch (ownerType) {
    case 'company':
    case 'personal':
    case 'unknown':
      return words.markdown(`ownership.${ownerType}`);
    // A value that Graph may add is better than a wrong word.
    default:
      return ownerType ? safe(ownerType) : words.markdown('ownership.unknown');
  }
}

function compliance(words: Words, { complianceState }: Device): Markdown {
  switch (complianceState) {
    case 'compliant':
    case 'noncompliant':
    case 'inGracePeriod':
    case 'conflict':
    case 'error':
    case 'configManager':
    case 'unknown':
      return words.markdown(`compliance.${complianceState}`);
    default:
      return complianceState ? safe(complianceState) : words.markdown('compliance.unknown');
  }
}

/** System and version as far as they are known; undefined when neither is. */
function systemOf({ operatingSystem, osVersion }: Device): readonly (string | undefined)[] | undefined {
  return (operatingSystem ?? osVersion) ? [operatingSystem, osVersion] : undefined;
}

const inFact = (text: string): Markdown => safe(text);

/** Lifts `safe` or `plain` over values that may be absent. */
const made =
  <T>(textMade: (text: string) => T) =>
  (text: string | undefined): T | undefined =>
    text === undefined ? undefined : textMade(text);
