import type { CaseList, HandOverForm } from '../desk/case-screens';
import type { Case } from '../request/case/case';
import { plain, safe } from '../safe-text/safe-text';
import { rootOf, type CardData } from './card';
import { caseButtons, stateLine } from './case-parts';
import { LONGEST_IN_ROW, LONGEST_IN_TITLE } from './device-lines';
import { joined, joinedPlain, type Words } from './words';

const MOST_ROWS = 10;
const LONGEST_REASON = 300;

/** Help requests, ten at a time: those that wait and those under way, or a person's own. */
export function caseListData(words: Words, screen: CaseList): CardData {
  const { kind, rows, total, offset } = screen;
  const isEmpty = rows.length === 0;
  const heading = isEmpty
    ? words.line(`case.${kind}.empty`)
    : words.line(`case.${kind}.heading`, { count: total });
  const next = words.line(`case.${kind}.next`);
  const range = words.line('case.list.range', { from: offset + 1, to: offset + rows.length, total });
  const lines = isEmpty ? [next] : total > rows.length ? [range] : [];
  return {
    template: 'queue',
    data: {
      ...rootOf(words, [heading.plain, ...lines.map((line) => line.plain)], [heading.plain]),
      heading: heading.markdown,
      lines: lines.map(({ markdown }) => markdown),
      rows: rows.slice(0, MOST_ROWS).map((row) => caseRow(words, row)),
      buttons: offset + rows.length < total ? [moreButton(words, screen)] : [],
    },
    summary: heading.plain,
  };
}

/** The next rows are asked for by their number, and looked up by whoever asks. */
function moreButton(words: Words, { kind, offset, rows }: CaseList) {
  const [more] = caseButtons(words, '', kind);
  const sends = { row: offset + rows.length };
  return { ...more, style: 'default', sends, submits: { verb: kind, ...sends } };
}

function caseRow(words: Words, { case: seen, ticket }: CaseList['rows'][number]) {
  const number = words.line('value.reference', { number: seen.number });
  const state = stateLine(words, seen);
  const { name } = seen.requester;
  const verb = 'case-open';
  return {
    name: joined(' · ', [number.markdown, state.markdown]),
    details: [
      joined(' · ', [
        safe(name, LONGEST_IN_ROW),
        seen.deviceName === undefined ? undefined : safe(seen.deviceName, LONGEST_IN_ROW),
        safe(words.age(seen.raisedAt)),
      ]),
      handsOn(words, seen),
    ],
    title: joinedPlain(', ', [number.plain, state.plain, plain(name, LONGEST_IN_TITLE)]),
    verb,
    sends: { ticket },
    submits: { verb, ticket },
  };
}

function handsOn(words: Words, seen: Case) {
  if (!('technician' in seen)) return words.markdown('case.list.nobody');
  return words.markdown('case.list.somebody', { technician: seen.technician.name });
}

/** To whom, and why; the reason stays with the case. */
export function handOverData(words: Words, screen: HandOverForm): CardData {
  const { case: seen, colleagues, more, ticket, caseTicket } = screen;
  const heading = words.line('case.hand-over.heading', { number: seen.number });
  const isEmpty = colleagues.length === 0;
  const line = words.line(isEmpty ? 'case.hand-over.nobody' : 'case.hand-over.sentence');
  const send = caseButtons(words, ticket, 'case-hand-over-to').map((each) => ({
    ...each,
    associatedInputs: 'auto' as const,
  }));
  const back = caseButtons(words, caseTicket, 'case-view').map((each) => ({ ...each, style: 'default' }));
  return {
    template: 'hand-over',
    data: {
      ...rootOf(words, [heading.plain, line.plain], [heading.plain]),
      heading: heading.markdown,
      lines: [line.markdown],
      forms: isEmpty ? [] : [form(words, colleagues)],
      hints: more ? [words.markdown('case.hand-over.more')] : [],
      buttons: [...(isEmpty ? [] : send), ...back],
    },
    summary: heading.plain,
  };
}

const form = (words: Words, colleagues: readonly string[]) => ({
  colleague: {
    label: words.plain('case.form.colleague'),
    error: words.plain('case.form.colleague.error'),
    choices: colleagues
      .slice(0, MOST_ROWS)
      .map((name, row) => ({ title: plain(name, LONGEST_IN_TITLE), value: String(row) })),
  },
  reason: {
    label: words.plain('case.form.reason'),
    error: words.plain('case.form.reason.error', { most: LONGEST_REASON }),
    most: LONGEST_REASON,
  },
});
