import { createHash } from 'node:crypto';

/** A GUID that is the same for the same text: seeds keep their ids from run to run. */
export function stableGuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A short opaque text that is the same for the same input. */
export function stableToken(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, length);
}
