import { types } from 'node:util';

/** What may reach a database driver. */
export type Bindable = string | number | bigint | null | Buffer;

const LARGEST = 2n ** 63n;

/**
 * Every value bound to a statement passes here. libsql answers a boolean by aborting the whole process, reads a
 * text only up to its first NUL and stores NaN as NULL; PostgreSQL refuses NUL. So what neither can keep is a bug
 * here, before a driver sees it. Booleans become 0 or 1, dates milliseconds. Foreign text is kept as JSON or
 * sealed, where a NUL is only an escape.
 */
export function encode(value: unknown): Bindable {
  switch (typeof value) {
    case 'string':
      if (value.includes('\0')) throw new TypeError('Text with a NUL cannot be bound to a statement');
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'number':
      return finite(value);
    case 'bigint':
      if (value >= LARGEST || value < -LARGEST) throw new TypeError('A number over 64 bits cannot be bound');
      return value;
    default:
      return encodeObject(value);
  }
}

function encodeObject(value: unknown): Bindable {
  if (value === null) return null;
  if (types.isDate(value)) return finite(value.getTime());
  // A copy: libsql takes whole buffers, not views of shared memory.
  if (types.isUint8Array(value)) return Buffer.from(value);
  throw new TypeError(`A value of type ${typeof value} cannot be bound to a statement`);
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError('A number that is not finite cannot be bound');
  return value;
}
