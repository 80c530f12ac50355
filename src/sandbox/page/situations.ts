import type { Device } from '../tenant/device';
import { scriptedDevices } from '../tenant/scripted-devices';

/** Something to try: whom to play, what to write, and what one sees then. */
export interface Situation {
  readonly group: string;
  readonly who: string;
  /** Key of the place; the personal chat unless given. */
  readonly place?: string;
  readonly say: string;
  readonly shows: string;
}

const channel = { group: 'A help channel', place: 'channel' } as const;

/** Both sides of the desk in one channel. A technician has to be known to the bot: "queue" signs one in. */
const helpChannel: readonly Situation[] = [
  { group: 'A help channel', who: 'tom', say: 'queue', shows: 'Signs Tom in, and lists what waits.' },
  {
    ...channel,
    who: 'anna',
    say: "my laptop LAPTOP-7F3K won't print",
    shows: 'Raises a help request. Play Tom in the channel, and take it.',
  },
  {
    ...channel,
    who: 'bert',
    say: 'my screen flickers',
    shows: 'Without a device: Tom chooses among those of Bert.',
  },
  {
    ...channel,
    who: 'maria',
    say: "LAPTOP-7F3K won't start",
    shows: 'Somebody else’s laptop: a second yes, and Anna can say that she did not ask.',
  },
  { ...channel, who: 'tom', say: 'use this channel', shows: 'Requests from personal chats are posted here.' },
  { group: 'A help channel', who: 'anna', say: 'ask for help', shows: 'The same from a personal chat.' },
  { ...channel, who: 'frida', say: 'my screen is black', shows: 'Somebody of another tenant is not let in.' },
];

const main: readonly Situation[] = [
  {
    group: 'The main job',
    who: 'tom',
    say: 'help me with device LAPTOP-7F3K',
    shows: 'From the message to the session link: confirm, wait three seconds, open.',
  },
  {
    group: 'The main job',
    who: 'tom',
    say: 'help me with device 5CG3141592',
    shows: 'The same device by its serial number.',
  },
  { group: 'The main job', who: 'tom', say: 'my devices', shows: 'The devices of the technician.' },
  { group: 'The main job', who: 'tom', say: 'help', shows: 'What one can write.' },
  ...helpChannel,
  {
    group: 'Choosing',
    who: 'tom',
    say: 'devices of anna@contoso.example',
    shows: 'Several devices of one person: pick one.',
  },
  { group: 'Choosing', who: 'tom', say: 'help me with device iPhone', shows: 'Five phones of one name.' },
  {
    group: 'Choosing',
    who: 'tom',
    say: 'help me with device LAPTOP-7F3Z',
    shows: 'No such device: near names are offered, none is opened by itself.',
  },
  {
    group: 'Choosing',
    who: 'tom',
    say: 'help me with device LAPTOP-7',
    shows: 'Only the beginning of a name: all devices whose names begin so.',
  },
  {
    group: 'Choosing',
    who: 'tom',
    say: 'devices with Zoom Workplace',
    shows: 'Devices that have an app, by version.',
  },
  {
    group: 'Signing in',
    who: 'carl',
    say: 'help me with device LINK-3S',
    shows: 'Consent is missing: a card leads through it, and the message goes on afterwards.',
  },
  {
    group: 'Signing in',
    who: 'mia',
    say: 'help me with device LINK-3S',
    shows: 'A second factor is demanded.',
  },
  {
    group: 'Signing in',
    who: 'bruno',
    say: 'help me with device LINK-3S',
    shows: 'A policy blocks the sign-in: nothing to click, and it says so.',
  },
  {
    group: 'Not allowed',
    who: 'nora',
    say: 'help me with device LINK-3S',
    shows: 'A technician whom Intune gives no role.',
  },
  {
    group: 'Not allowed',
    who: 'anna',
    say: 'help me with device LINK-3S',
    shows: 'An end user is no technician; once a help channel is there, this raises a help request.',
  },
  { group: 'Not allowed', who: 'gus', say: 'help me with device LINK-3S', shows: 'Neither is a guest.' },
  {
    group: 'Not allowed',
    who: 'pat',
    say: 'help me with device LINK-3S',
    shows: 'A personal account belongs to another tenant: the bot does not let the message in.',
  },
];

const AFTER_THE_PRESS = 'After the press';

/** The list beside the chat: the main situations, and one for each device that has something to show. */
export function situations(devices: readonly Device[]): Situation[] {
  const ofDevices = devices.flatMap(({ name, shows }) => {
    const isMainJob = main.some(({ say }) => say.endsWith(` ${name}`));
    if (shows === undefined || isMainJob) return [];
    const isScripted = scriptedDevices.some((scripted) => scripted.name === name);
    const group = isScripted ? AFTER_THE_PRESS : 'Devices worth a look';
    return [{ group, who: 'tom', say: `help me with device ${quoted(name)}`, shows }];
  });
  return [...main, ...ofDevices];
}

/** A name of several words, or with signs in it, has to be quoted. */
const quoted = (name: string) => (/^[\p{L}\p{N}-]+$/u.test(name) ? name : `"${name}"`);
