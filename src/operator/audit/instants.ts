import type { Instant } from '../../request/ids';

/** Something on the command line is wrong; the message is for whoever typed it. */
export class BadArguments extends Error {
  override name = 'BadArguments';
}

const DAY = 24 * 60 * 60 * 1000;
const day = /^\d{4}-\d{2}-\d{2}$/u;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** A day in UTC, whole, or a moment with its zone. `ends`: the first instant after it. @throws {BadArguments} */
export function readInstant(
  option: string,
  given: string,
): { readonly begins: Instant; readonly ends: Instant } {
  const begins = day.test(given) || moment.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(begins) || !existsInCalendar(given))
    throw new BadArguments(`${option} needs a day (2026-11-25, UTC) or a moment (2026-11-25T14:30Z).`);
  return { begins, ends: day.test(given) ? begins + DAY : begins };
}

/** `Date` takes the 30th of February for the 2nd of March. */
function existsInCalendar(given: string): boolean {
  const date = given.slice(0, 10);
  return new Date(`${date}T00:00Z`).toISOString().startsWith(date);
}
