import { EventEmitter } from 'node:events';

/** What went over the wire once. Never holds a token, a code or a secret. */
export interface WireEntry {
  readonly at: string;
  readonly where: 'login' | 'graph' | 'connector' | 'teams';
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  /** Key of the person on whose behalf it went, where there is one. */
  readonly person?: string;
  readonly status: number | 'hang' | 'reset';
  readonly note?: string;
}

/** Long runs must not fill the memory: the oldest entries go first. */
const MOST_ENTRIES = 5_000;

/** Remembers every request that the sandbox got or sent. */
export class Wire {
  readonly entries: WireEntry[] = [];
  /** What must never happen, such as an application token at Graph. A test asserts that it is empty. */
  readonly alarms: string[] = [];
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  record(entry: Omit<WireEntry, 'at'>): void {
    const stamped = { at: new Date().toISOString(), ...entry };
    this.entries.push(stamped);
    if (this.entries.length > MOST_ENTRIES) this.entries.splice(0, MOST_ENTRIES / 10);
    this.emitter.emit('entry', stamped);
  }

  alarm(what: string): void {
    this.alarms.push(what);
  }

  /** Calls back on each new entry; returns what ends it. */
  onEntry(listener: (entry: WireEntry) => void): () => void {
    this.emitter.on('entry', listener);
    return () => this.emitter.off('entry', listener);
  }

  /** Entries of one place whose "METHOD path?query" matches. */
  find(where: WireEntry['where'], pattern: RegExp = /./): WireEntry[] {
    return this.entries.filter((entry) => entry.where === where && pattern.test(describe(entry)));
  }
}

/** "METHOD path?query", as patterns see an entry. */
export function describe(entry: WireEntry): string {
  return `${entry.method} ${entry.path}${entry.query ?? ''}`;
}
