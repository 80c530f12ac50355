import { csvCell } from '../../safe-text/csv-cell';
import type { ExportedRow } from '../../storage/audit-export';
import type { Format } from './arguments';

type Cell = string | number | null;
type Column = readonly [name: string, of: (row: ExportedRow) => Cell];

const fact =
  (...names: readonly string[]): Column[1] =>
  ({ facts }) =>
    names.map((name) => facts[name]).find((value) => value !== undefined) ?? null;

/** The columns of both formats, in their order. */
const columns: readonly Column[] = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['event', ({ type }) => type],
  ['person', ({ person }) => person],
  ['subject_kind', (row) => row.subject_kind],
  ['number', ({ number }) => number],
  ['device', ({ device }) => device],
  ['outcome', fact('outcome')],
  ['cause', fact('cause', 'why')],
  ['client_request_id', fact('clientRequestId')],
  ['graph_request_id', fact('graphRequestId')],
  ['subject', ({ subject }) => subject],
  ['tenant', ({ tenant }) => tenant],
  ['row', ({ sequence }) => sequence],
  ['pseudonym', ({ actor }) => actor],
  ['hash', ({ hash }) => hash],
];

const nameColumns: readonly Column[] = [
  ['person_name', ({ names }) => names?.person ?? null],
  ['device_name', ({ names }) => names?.device ?? null],
];

const columnsFor = (names: boolean) => (names ? [...columns, ...nameColumns] : columns);

export type LineForm = { readonly format: Format; readonly names: boolean };

/** What stands before the first row. */
export const headFor = ({ format, names }: LineForm): string =>
  format === 'csv' ? csvLine([...columnsFor(names).map(([name]) => name), 'facts']) : '';

/** A row as a line. CSV after RFC 4180, every cell in quotes and none a formula; JSONL with the facts as they are. */
export function lineFor({ format, names }: LineForm, row: ExportedRow): string {
  const cells = columnsFor(names).map(([name, of]) => [name, of(row)] as const);
  if (format === 'jsonl') return `${JSON.stringify({ ...Object.fromEntries(cells), facts: row.facts })}\n`;
  return csvLine([...cells.map(([, cell]) => cell), JSON.stringify(row.facts)]);
}

const csvLine = (cells: readonly Cell[]) =>
  `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\r\n`;

/** Ids, codes and times, which are most of it: nothing in them has to be cleaned, and cleaning takes its time. */
const inert = /^(?:\w[\w:.-]{0,99})?$/u;

const quoted = (cell: string) => (inert.test(cell) ? `"${cell}"` : csvCell(cell));
