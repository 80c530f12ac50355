import { vetoNames, type VetoName } from './cues/cues';
import type { Language } from './intention';
import type { Lexicon } from './lexicon';
import { none, withDevices, type Outcome } from './outcomes';
import { mark, type CueSet, type Line } from './patterns';
import type { Reading } from './reading';

const JUST_DEVICES = new RegExp(`^[ :,.!?-]{0,9}${mark.device}(?:(?: ?,? ?(?:and|or|y|e|и|und|と|&|\\+|/) ?| ?, ?| )${mark.device}){0,4}[ .,!?]{0,9}$`, 'u');

/** What one sentence says, in any language; with the language that said so. */
interface Heard {
  readonly line: Line;
  readonly request: Language | undefined;
  readonly objectless: Language | undefined;
  readonly remote: Language | undefined;
  readonly problem: Language | undefined;
  readonly device: boolean;
}
/** The same, and what takes it back. */
interface Judged extends Heard {
  readonly veto: VetoName | undefined;
}

/** The first veto of a sentence, in the order of `vetoNames`. */
export function vetoIn(sentence: Line, lexicons: readonly Lexicon[], asked: readonly VetoName[] = vetoNames): VetoName | undefined {
  return asked.find((name) => lexicons.some(({ veto }) => veto[name].test(sentence)));
}

function hear(line: Line, lexicons: readonly Lexicon[]): Heard {
  const first = (cue: keyof Lexicon['has']): Language | undefined => lexicons.find(({ has }) => has[cue].test(line))?.language;
  const problem = first('problem');
  return {
    line,
    request: first('request'),
    objectless: first('objectless'),
    remote: first('remote'),
    problem: problem && lexicons.some(({ has }) => has.calm.test(line)) ? undefined : problem,
    device: line.text.includes(mark.device),
  };
}

const asksAnything = ({ request, objectless, remote, problem }: Heard): boolean =>
  (request ?? objectless ?? remote ?? problem) !== undefined;

function judge(heard: Heard, lexicons: readonly Lexicon[]): Judged {
  const veto = vetoIn(heard.line, lexicons);
  const described = veto === 'conditional' && !heard.request && complainsFirst(heard.line, lexicons);
  return { ...heard, veto: described ? undefined : veto };
}

/** "PC-1 crashes when you open Excel": the condition describes the problem, it does not put it in doubt. */
function complainsFirst(sentence: Line, lexicons: readonly Lexicon[]): boolean {
  const where = (cues: CueSet): number => cues.find(sentence)?.index ?? Infinity;
  const problem = Math.min(...lexicons.map(({ has }) => where(has.problem)));
  return problem < Math.min(...lexicons.map(({ veto }) => where(veto.conditional)));
}

/** Vetoes that hold for the whole text, not only for their sentence. */
const EVERYWHERE: ReadonlySet<VetoName> = new Set(['injection', 'thanks', 'metalanguage', 'solved']);

/** Whether someone asks for help with a device: a request or a problem, in a sentence that nothing takes back. */
export function readDeviceRequest(reading: Reading): Outcome {
  const { sentences, skeleton, skeletonLine, lexicons } = reading;
  if (JUST_DEVICES.test(skeleton.cue)) return withDevices('help_device', reading, 'device-alone');
  const named = lexicons.find(({ has }) => sentences.length === 1 && has.naming.test(skeletonLine));
  if (named) return { ...withDevices('help_device', reading, 'device-alone'), language: named.language };

  // Most talk names no device and is not for the bot: only a remote session asked for by name can still matter.
  const idle = reading.entities.devices.length === 0 && !reading.addressed;
  if (idle && !sentences.some((sentence) => lexicons.some(({ has }) => has.remote.test(sentence)))) return none('no-device');

  const heard = sentences.map((sentence) => hear(sentence, lexicons));
  if (!heard.some(asksAnything)) return none(reading.entities.devices.length === 0 ? 'no-device' : 'device-without-request');
  const judged = heard.map((sentence) => judge(sentence, lexicons));
  const everywhere = judged.find(({ veto }) => veto && EVERYWHERE.has(veto))?.veto;
  if (everywhere) return none(`veto:${everywhere}`);
  if (lexicons.some(({ has }) => has.bulk.test(skeletonLine))) return none('veto:bulk');
  const standing = judged.filter(({ veto }) => veto === undefined);
  const outcome = reading.entities.devices.length === 0 ? withoutDevice(reading, standing) : withDevice(reading, standing);
  if (outcome) return outcome;
  const taken = judged.find((sentence) => sentence.veto && asksAnything(sentence))?.veto;
  if (taken) return none(`veto:${taken}`);
  return none(reading.entities.devices.length === 0 ? 'no-device' : 'device-without-request');
}

function withDevice(reading: Reading, heard: readonly Heard[]): Outcome | undefined {
  const requested = heard.find(({ request, device }) => request && device);
  if (requested) return { ...withDevices('help_device', reading, 'cue:request'), language: requested.request };
  const complained = heard.find(({ problem, device }) => problem && device);
  if (complained) return { ...withDevices('help_device', reading, 'cue:problem'), language: complained.problem };
  const joined = acrossSentences(heard, reading.lexicons);
  return joined && { ...withDevices('help_device', reading, 'cue:request-then-device'), language: joined };
}

/** "Please help. It's PC-1." or "My laptop is dead. Device PC-1." */
function acrossSentences(heard: readonly Heard[], lexicons: readonly Lexicon[]): Language | undefined {
  const asks = heard.find(({ objectless }) => objectless);
  if (asks && heard.some(({ device }) => device)) return asks.objectless;
  const wants = heard.find(({ request, problem }) => request ?? problem);
  const named = heard.some(({ line, device }) => device && lexicons.some(({ has }) => has.naming.test(line)));
  return wants && named ? (wants.request ?? wants.problem) : undefined;
}

function withoutDevice(reading: Reading, heard: readonly Heard[]): Outcome | undefined {
  const remote = heard.find((sentence) => sentence.remote);
  if (remote) return { ...withDevices('help_device', reading, 'cue:remote-session'), language: remote.remote };
  if (!reading.addressed) return undefined;
  const problem = heard.find((sentence) => sentence.problem);
  if (problem) return { ...withDevices('help_device', reading, 'cue:problem-to-bot'), language: problem.problem };
  const asks = heard.find(({ objectless }) => objectless);
  return asks && { ...withDevices('help_device', reading, 'cue:request-to-bot'), language: asks.objectless };
}
