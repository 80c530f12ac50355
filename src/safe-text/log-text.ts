import { clean } from './clean';

/** Graphemes of a foreign text in a line of the log. */
const LONGEST = 200;

/**
 * A foreign text for a field of the log: on one line, with nothing that a terminal obeys or hides. Changes only what
 * {@link clean} lists. What may be logged at all is decided elsewhere.
 */
export const logText = (text: string): string => clean(text, LONGEST);
