import { forgetEverybody, forgetPerson } from '../../src/request/forget-person';
import type { HelpRequest } from '../../src/request/help-request';
import { caseId, NOBODY, personId } from '../../src/request/ids';
import { ana, inState, must, tom } from './stories';

const whom = (id = tom, signInNames: string[] = [], numbers: number[] = []) => ({
  ...{ id, signInNames },
  numbers: new Set(numbers),
});
const other = must(personId('99999999-9999-4999-8999-999999999999'));
const states = Object.entries<HelpRequest>(inState);

/** With everything in it that may lead to somebody. */
const full = (request: HelpRequest): HelpRequest => ({
  ...request,
  ...{ typed: 'the laptop of Ana', reason: 'Ana cannot print' },
  address: { form: 'user', api: 'v1.0', user: 'Ana@contoso.com', device: request.device.id },
  case: {
    ...{ id: must(caseId('77777777-7777-4777-8777-777777777777')), number: 7, belongs: 'yes' },
    requester: { id: ana, name: 'Ana Souza', account: '29:ana' },
    guard: { kind: 'told', owner: { id: ana, name: 'Ana Souza' }, phrase: 'amber falcon' },
  },
  ...(request.status === 'refused' && { occupant: { technicianName: 'Tom Keller', number: 3 } }),
});

test.each(states)('a technician leaves nothing of theirs in a request that is %s', (_, request) => {
  const text = JSON.stringify(forgetPerson(full(request), whom()));
  for (const trace of ['Tom', tom, 'print', 'laptop of', 'No connector', 'falcon'])
    expect(text).not.toContain(trace);
  expect(text).toContain('LAPTOP-7F3K');
});

test.each(states)('the user of a device leaves nothing of theirs in a request that is %s', (_, request) => {
  const text = JSON.stringify(forgetPerson(full(request), whom(ana)));
  for (const trace of ['Ana', ana, 'contoso', '29:ana', 'print', 'LAPTOP', '5CG1234XYZ'])
    expect(text).not.toContain(trace);
  expect(text).toContain(tom);
});

test.each(states)('of a request that is %s, codes, times and ids of Graph stay', (_, request) => {
  const forgotten = forgetPerson(full(request), whom());
  const { technician, device, ...rest } = forgotten ?? request;
  expect(technician).toEqual({ id: NOBODY, name: '' });
  expect(rest).toMatchObject({ status: request.status, number: request.number, openedAt: request.openedAt });
  if ('clientRequestId' in request) expect(rest).toHaveProperty('clientRequestId', request.clientRequestId);
  expect(device.id).toBe(request.device.id);
});

test('a sign-in name leads to a user of whom Graph told no id, in whatever case', () => {
  const device = { ...inState.closed.device, user: { signInName: 'Ana@Contoso.com' } };
  const forgotten = forgetPerson({ ...inState.closed, device }, whom(ana, ['ana@contoso.com']));
  expect(JSON.stringify(forgotten)).not.toMatch(/contoso/iu);
});

test('whoever was told that a colleague is at the device forgets the name of that colleague', () => {
  const occupant = { technicianName: 'Tom Keller', number: 3 };
  const request = { ...inState.refused, technician: { id: other, name: 'Uma' }, occupant } as HelpRequest;
  expect(forgetPerson(request, whom(tom, [], [3]))).toMatchObject({
    occupant: { technicianName: '', number: 3 },
    technician: { name: 'Uma' },
  });
});

test('a request about other people stays as it is', () => {
  expect(states.map(([, request]) => forgetPerson(request, whom(other, ['x@contoso.com'], [99])))).toEqual(
    states.map(() => undefined),
  );
});

test.each(states)('nobody is left in a request that is %s when everybody is forgotten', (_, request) => {
  const text = JSON.stringify(forgetEverybody(full(request)));
  for (const trace of ['Ana', ana, 'Tom', tom, 'contoso', '29:', 'print', 'LAPTOP', '5CG1', 'falcon'])
    expect(text).not.toContain(trace);
});
