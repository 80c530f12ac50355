import type { Desk } from '../../src/desk/desk';
import { followCases } from '../../src/desk/case/follow-cases';
import { Unreachable } from '../../src/desk/troubles';
import { caseId } from '../../src/request/ids';
import { must, tenant } from '../request/stories';
import { casesInMemory } from './cases-in-memory';
import { deskInMemory } from './desk-in-memory';

const name = (digit: string) => ({ tenant, id: must(caseId(`00000000-0000-4000-8000-00000000000${digit}`)) });
const sick = name('1');
const well = name('2');

/** A desk on which one case is both due and watched, and cannot be loaded; behind it waits another. */
function deskWith(failure: Error) {
  const loaded: string[] = [];
  const errors: string[] = [];
  const names = () => Promise.resolve([sick, well]);
  const cases: Desk['cases'] = {
    ...casesInMemory(),
    ...{ due: names, watched: names },
    load: (_tenant, id) => {
      if (id === sick.id) return Promise.reject(failure);
      loaded.push(id);
      return Promise.resolve(undefined);
    },
    unwatch: () => Promise.resolve(),
  };
  const { desk } = deskInMemory({ cases });
  const log = { ...desk.log, error: (event: string) => errors.push(event) };
  return { desk: { ...desk, log }, loaded, errors };
}

test('one case that cannot be read holds up no other, neither when time passes nor when a session is watched', async () => {
  const { desk, loaded, errors } = deskWith(new SyntaxError('an unreadable row'));
  await followCases(desk);
  expect(loaded).toEqual([well.id, well.id]);
  expect(errors).toEqual(['case not followed', 'case not followed']);
});

test('without the database no case can be worked on, so the pass is over', async () => {
  const { desk, loaded } = deskWith(new Unreachable('database'));
  await expect(followCases(desk)).rejects.toThrow(Unreachable);
  expect(loaded).toEqual([]);
});
