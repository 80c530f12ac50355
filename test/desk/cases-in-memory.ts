import type { CaseCardWish, CaseStore, StoredCase } from '../../src/desk/case/ports';
import { VersionConflict } from '../../src/desk/troubles';
import { ordinaryCaseLimits } from '../../src/request/case/case';
import { caseDueAt, isCaseOver } from '../../src/request/case/decide-case';
import { must } from '../request/stories';

export type CasesInMemory = CaseStore & {
  readonly store: Map<string, StoredCase>;
  /** Cards that hang, one a case and audience. */
  readonly cards: Map<string, CaseCardWish>;
};

/** Cases as an object literal: what the database promises, without one. */
export function casesInMemory(): CasesInMemory {
  const store = new Map<string, StoredCase>();
  const cards = new Map<string, CaseCardWish>();
  const all = () => [...store.values()];
  const hang = (id: string, wishes: readonly CaseCardWish[]) => {
    for (const wish of wishes)
      if (!cards.has(`${id}/${wish.audience}`)) cards.set(`${id}/${wish.audience}`, wish);
  };
  const unused = () => Promise.reject(new Error('The test did not expect this call.'));
  return {
    store,
    cards,
    open: (raised, where) => {
      const { case: next } = raised(store.size + 1);
      const stored = { case: next, version: 1, home: where.home, language: where.language };
      store.set(next.id, stored);
      hang(next.id, where.cards);
      return Promise.resolve(stored);
    },
    load: (_tenant, id) => Promise.resolve(store.get(id)),
    commit: (seen, change) => {
      const current = must(store.get(change.next.id));
      if (current.version !== seen.version) return Promise.reject(new VersionConflict());
      const stored = { ...current, case: change.next, version: current.version + 1 };
      store.set(change.next.id, stored);
      hang(change.next.id, change.cards);
      return Promise.resolve(stored);
    },
    due: (at) =>
      Promise.resolve(
        all()
          .map(({ case: seen }) => seen)
          .filter((seen) => (caseDueAt(seen, ordinaryCaseLimits) ?? Infinity) <= at),
      ),
    watched: unused,
    isUndeliverable: unused,
    unwatch: unused,
    list: (_tenant, which) => {
      const cases = all().filter(
        ({ case: seen }) =>
          !isCaseOver(seen) && (which.kind === 'open' || seen.requester.id === which.person),
      );
      return Promise.resolve({ cases, total: cases.length });
    },
  };
}
