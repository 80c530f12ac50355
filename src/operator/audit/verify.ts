import type { CheckedTrail, Flaw } from '../../storage/audit-check';
import type { NotedEnd, Verify } from './arguments';

/** What `verify` prints, and whether all is in order. */
export type Verdict = { readonly inOrder: boolean; readonly text: string };

/** Judges what was found: what is broken, first things first, and what the operator has explained. */
export function judge(trails: readonly CheckedTrail[], { accept, ends, withoutKey }: Verify): Verdict {
  const explained = (flaw: Flaw) =>
    (flaw.kind === 'sealed-anew' || flaw.kind === 'end-unsealed') && accept.includes(flaw.row);
  const judged = trails.map((trail) => ({ trail, broken: trail.flaws.filter((flaw) => !explained(flaw)) }));
  const gone = ends.filter((end) => !trails.some(({ known }) => known.some((one) => isSame(one, end))));
  const lines = [
    ...judged.flatMap(({ trail, broken }) => linesOf(trail, broken)),
    ...gone.map(
      ({ sequence }) =>
        `BROKEN: the noted end ${sequence} is in no trail any more: rows were changed or cut off.`,
    ),
    ...(trails.length === 0 ? ['The database holds no trail yet.'] : []),
    ...(withoutKey ? ['The seals were not looked at: an end that was cut off can stay unseen.'] : []),
  ];
  const inOrder = gone.length === 0 && judged.every(({ broken }) => broken.length === 0);
  return { inOrder, text: lines.map((line) => `${line}\n`).join('') };
}

const isSame = (one: NotedEnd, other: NotedEnd) => one.sequence === other.sequence && one.hash === other.hash;

function linesOf({ tenant, end }: CheckedTrail, broken: readonly Flaw[]): readonly string[] {
  const rows = `${end.sequence} row${end.sequence === 1 ? '' : 's'}`;
  if (broken.length === 0)
    return [`tenant ${tenant}: ${rows}, all in order. End ${end.sequence}:${end.hash}`];
  return [
    `tenant ${tenant}: ${rows} chained from the first one.`,
    ...broken.map((flaw) => `BROKEN ${wordsFor(flaw)}`),
  ];
}

function wordsFor(flaw: Flaw): string {
  switch (flaw.kind) {
    case 'row-missing':
      return `at row ${flaw.row}: it is not there, or another row stands in its place.`;
    case 'row-changed':
      return `at row ${flaw.row}: it does not hold what was written, or does not follow the row before it.`;
    case 'sealed-anew':
      return `at row ${flaw.row}: ${doubts[flaw.why]} If you know why, --accept ${flaw.row}.`;
    case 'end-cut-off':
      return `after row ${flaw.row}: the end is cut off; the bot had written up to row ${flaw.sealed}.`;
    case 'rows-added':
      return `at row ${flaw.row}: the bot had written up to row ${flaw.sealed}; the rest came past it.`;
    case 'end-missing':
      return `after row ${flaw.row}: the sealed end is gone.`;
    case 'end-changed':
      return `at row ${flaw.row}: it is not the row that the sealed end names.`;
    case 'end-unsealed':
      return `at row ${flaw.row}: it has no seal. Right after an update from a version without seals: --accept ${flaw.row}.`;
    case 'seal-broken':
      return `at row ${flaw.row}: the seal is not that of this DATA_KEY. Is it the bot's? Else somebody changed the end.`;
    case 'person-changed':
      return `in the register: another person was put in the place of ${flaw.pseudonym}.`;
    case 'person-missing':
      return `in the register: ${flaw.pseudonym} is gone, and was not erased by the command.`;
    case 'request-untold':
      return `at request #${flaw.number}: the trail does not tell of it.`;
  }
}

const doubts: Readonly<Record<Extract<Flaw, { kind: 'sealed-anew' }>['why'], string>> = {
  'no-seal': 'what stands before it had no seal: it came from an older version, or the seal was taken away.',
  'other-key': 'what stands before it was sealed under another DATA_KEY, or was changed past the bot.',
  'other-end': 'what stands before it did not end where the bot had left it: rows were cut off or added.',
};
