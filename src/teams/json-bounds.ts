export const DEEPEST = 32;
export const MOST_NODES = 5000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Whether a JSON text stays within 32 levels and 5,000 values, seen in one pass over its bytes, before anything
 * is built of it. Text that is no JSON may pass: the parser refuses that.
 */
export function isWithinBounds(json: Buffer): boolean {
  let depth = 0;
  let nodes = 1;
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case QUOTE:
        at = endOfString(json, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        nodes += 1;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
      case 0x2c: // ,
        nodes += 1;
        break;
      default:
    }
    if (depth > DEEPEST || nodes > MOST_NODES) return false;
  }
  return true;
}

function endOfString(json: Buffer, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}
