import { vetoNames, type VetoName } from './cues/cues';
import type { Language } from './intention';
import type { Lexicon } from './lexicon';
import { none, withDevices, type Outcome } from './outcomes';
import { mark, type CueSet, type Line } from './patterns';
import type { Reading } from './reading';

const JUST_DEVICES = new RegExp(`^[ :,.!?-]{0,9}${mark.device}(?:(?: ?,? ?(?:and|or|y|e|и|und|と|&|\\+|/) ?| ?, ?| )${mark.device}){0,4}[ .,!?]{0,9}$`, 'u');

/** What one sentence says, in all languages. */
interface Heard {
  readonly request: Language | undefined;
  readonly objectless: Language | undefined;
  readonly remote: Language | undefined;
  readonly problem: Language | undefined;
  readonly names: boolean;
  readonly veto: VetoName | undefined;
  readonly device: boolean;
}

/** The first veto of a sentence, in the order of `vetoNames`. */
export function vetoIn(sentence: Line, lexicons: readonly Lexicon[], asked: readonly VetoName[] = vetoNames): VetoName | undefined {
  return asked.find((name) => lexicons.some(({ veto }) => veto[name].test(sentence)));
}

function hear(sentence: Line, lexicons: readonly Lexicon[]): Heard {
  const first = (cue: keyof Lexicon['has']): Language | undefined =>
    lexicons.find(({ has }) => has[cue].test(sentence))?.language;
  const request = first('request');
  const objectless = first('objectless');
  const remote = first('remote');
  const problem = lexicons.some(({ has }) => has.calm.test(sentence)) ? undefined : first('problem');
  const veto = vetoIn(sentence, lexicons);
  return {
    request,
    objectless,
    remote,
    problem,
    names: lexicons.some(({ has }) => has.naming.test(sentence)),
    veto: veto === 'conditional' && !request && complainsFirst(sentence, lexicons) ? undefined : veto,
    device: sentence.text.includes(mark.device),
  };
}

/** "PC-1 crashes when you open Excel": the condition describes the problem, it does not put it in doubt. */
function complainsFirst(sentence: Line, lexicons: readonly Lexicon[]): boolean {
  const where = (cues: CueSet): number => cues.find(sentence)?.index ?? Infinity;
  const problem = Math.min(...lexicons.map(({ has }) => where(has.problem)));
  return problem < Math.min(...lexicons.map(({ veto }) => where(veto.conditional)));
}

/** Vetoes that hold for the whole text, not only for their sentence. */
const EVERYWHERE: readonly VetoName[] = ['injection', 'thanks', 'metalanguage', 'solved'];

/** Whether someone asks for help with a device: a request or a problem, in a sentence that nothing takes back. */
export function readDeviceRequest(reading: Reading): Outcome {
  const { sentences, skeleton, skeletonLine, lexicons } = reading;
  if (JUST_DEVICES.test(skeleton.cue)) return withDevices('help_device', reading, 'device-alone');
  const named = lexicons.find(({ has }) => sentences.length === 1 && has.naming.test(skeletonLine));
  if (named) return { ...withDevices('help_device', reading, 'device-alone'), language: named.language };

  const everywhere = vetoIn(skeletonLine, lexicons, EVERYWHERE);
  if (everywhere) return none(`veto:${everywhere}`);
  if (lexicons.some(({ has }) => has.bulk.test(skeletonLine))) return none('veto:bulk');

  const all = sentences.map((sentence) => hear(sentence, lexicons));
  const heard = all.filter(({ veto }) => veto === undefined);
  if (reading.entities.devices.length === 0) return withoutDevice(reading, heard);
  const requested = heard.find(({ request, device }) => request && device);
  if (requested) return { ...withDevices('help_device', reading, 'cue:request'), language: requested.request };
  const complained = heard.find(({ problem, device }) => problem && device);
  if (complained) return { ...withDevices('help_device', reading, 'cue:problem'), language: complained.problem };
  const joined = acrossSentences(heard);
  if (joined) return { ...withDevices('help_device', reading, 'cue:request-then-device'), language: joined };
  const vetoed = all.find(({ veto, request, problem, device }) => veto && device && (request ?? problem));
  return none(vetoed?.veto ? `veto:${vetoed.veto}` : 'device-without-request');
}

/** "Please help. It's PC-1." or "My laptop is dead. Device PC-1." */
function acrossSentences(heard: readonly Heard[]): Language | undefined {
  const asks = heard.find(({ objectless }) => objectless);
  const device = heard.find((sentence) => sentence.device);
  if (asks && device) return asks.objectless;
  const wants = heard.find(({ request, problem }) => request ?? problem);
  return wants && heard.some(({ names, device: has }) => names && has) ? (wants.request ?? wants.problem) : undefined;
}

function withoutDevice(reading: Reading, heard: readonly Heard[]): Outcome {
  const remote = heard.find((sentence) => sentence.remote);
  if (remote) return { ...withDevices('help_device', reading, 'cue:remote-session'), language: remote.remote };
  if (!reading.addressed) return none('no-device');
  const problem = heard.find((sentence) => sentence.problem);
  if (problem) return { ...withDevices('help_device', reading, 'cue:problem-to-bot'), language: problem.problem };
  const device = heard.find(({ objectless, request }) => objectless && request);
  const onlyHelp = device && reading.lexicons.some(({ has }) => has.menu.test(reading.politeLine));
  return device && !onlyHelp ? { ...withDevices('help_device', reading, 'cue:request-to-bot'), language: device.objectless } : none('no-device');
}
