import fc from '../setup/generated';
import { followRequest } from '../../src/desk/case/follow-case';
import { handOver, pressOnCase, type CaseVerb } from '../../src/desk/case/press-on-case';
import { raiseCase } from '../../src/desk/case/raise-case';
import type { Caller } from '../../src/desk/help-desk';
import type { KnownPerson, Place } from '../../src/desk/ports';
import type { CaseStatus, Urgency } from '../../src/request/case/case';
import { requestId, type PersonId } from '../../src/request/ids';
import { people as actors, session } from '../request/case-stories';
import { inState, must, noon, tenant } from '../request/stories';
import { casesInMemory } from './cases-in-memory';
import { deskInMemory } from './desk-in-memory';

// Random histories of several people who press whatever they like, in any order, against a model that knows nothing of
// the rules' code: a case is held by one technician or by nobody, and what is over stays over.

const names = ['ana', 'tom', 'tina', 'bert', 'olaf'] as const;
type Name = (typeof names)[number];
const ids: Record<Name, PersonId> = {
  ana: actors.requester.id,
  tom: actors['technician on it'].id,
  tina: actors['another technician'].id,
  bert: actors['owner of the device'].id,
  olaf: actors.onlooker.id,
};
const isTechnician = (who: Name | undefined) => who === 'tom' || who === 'tina';

const place = (conversation: string, kind: Place['kind']): Place => ({
  ...{ tenant, serviceUrl: 'https://smba.trafficmanager.net/emea/', conversation, kind, bot: '28:bot' },
});
const thread = place('19:help@thread.tacv2;messageid=1', 'channel');

const callerOf = (who: Name): Caller => ({
  ...{ person: ids[who], tenant, name: who, place: thread, language: 'en', account: `29:${who}` },
});
const known = (who: Name): KnownPerson => ({
  ...{ id: ids[who], tenant, name: who, isGuest: false, rolesSeenAt: noon },
  roles: isTechnician(who) ? ['Technician'] : [],
  chat: place(`a:${who}`, 'personal'),
});

async function openWorld() {
  const cases = casesInMemory();
  const { desk } = deskInMemory({
    cases,
    people: {
      find: (_tenant, id) => {
        const who = names.find((name) => ids[name] === id);
        return Promise.resolve(who && known(who));
      },
      learn: () => Promise.resolve(),
      forgetChat: () => Promise.resolve(),
    },
    colleagues: { known: () => Promise.resolve([known('tom'), known('tina')]) },
  });
  const rules = { ...desk.rules, technicianRoles: ['Technician'] };
  const ours = { ...desk, rules };
  await raiseCase(ours, callerOf('ana'), { text: "my laptop won't print" });
  const id = must([...cases.store.keys()][0]);
  return { desk: ours, cases, id, seen: () => must(cases.store.get(id)).case };
}
type World = Awaited<ReturnType<typeof openWorld>>;

/** What anybody in the channel would expect. */
class Model {
  status: CaseStatus = 'open';
  holder: Name | undefined;
  urgency: Urgency = 'normal';
  muted = false;
  /** The request of the session that is under way, or was. */
  session: string | undefined;
  lastSession: string | undefined;
  notices = new Set<string>();
  isOver = () => ['resolved', 'withdrawn', 'disowned'].includes(this.status);
  isInSession = () => this.status === 'asking' || this.status === 'in-session';
  hasOtherSession = (request: string) => this.isInSession() && this.session !== request;
  become(status: 'taken' | 'resolved' | 'withdrawn' | 'disowned') {
    if (this.isInSession()) this.lastSession = this.session;
    this.status = status;
  }
  tell(what: string) {
    if (!this.muted) this.notices.add(what);
  }
}

/** True when the press is to change something; the model is changed by it then. */
const presses: Record<string, (model: Model, who: Name) => boolean> = {
  'case-take': (model, who) => {
    if (model.status !== 'open' || !isTechnician(who)) return false;
    Object.assign(model, { status: 'taken', holder: who });
    model.tell('taken');
    return true;
  },
  'case-release': (model, who) => {
    if (model.status !== 'taken' || model.holder !== who) return false;
    Object.assign(model, { status: 'open', holder: undefined });
    return true;
  },
  'case-withdraw': (model, who) => {
    if (model.isOver() || who !== 'ana') return false;
    if (model.isInSession() || model.lastSession) model.tell('closed');
    model.become('withdrawn');
    return true;
  },
  'case-resolve': (model, who) => {
    if ((model.status !== 'taken' && model.status !== 'in-session') || model.holder !== who) return false;
    model.become('resolved');
    model.tell('closed');
    return true;
  },
  'case-urgent': (model, who) => setUrgency(model, who, 'urgent'),
  'case-normal': (model, who) => setUrgency(model, who, 'normal'),
  'case-mute': (model, who) => setMuted(model, who, true),
  'case-unmute': (model, who) => setMuted(model, who, false),
  'case-disown': (model, who) => {
    if (who !== 'bert' || model.status === 'disowned') return false;
    if (!model.isInSession() && !model.lastSession) return false;
    model.become('disowned');
    model.tell('closed');
    return true;
  },
  'case-view': () => false,
};

function setUrgency(model: Model, who: Name, urgency: Urgency): boolean {
  if (model.isOver() || (who !== 'ana' && !isTechnician(who)) || model.urgency === urgency) return false;
  model.urgency = urgency;
  return true;
}

function setMuted(model: Model, who: Name, muted: boolean): boolean {
  if (model.isOver() || who !== 'ana' || model.muted === muted) return false;
  model.muted = muted;
  return true;
}

class Press implements fc.AsyncCommand<Model, World> {
  constructor(
    readonly who: Name,
    readonly verb: string,
  ) {}
  check = () => true;
  async run(model: Model, world: World): Promise<void> {
    const before = must(world.cases.store.get(world.id)).version;
    const changes = presses[this.verb]?.(model, this.who) ?? false;
    const press = { caller: callerOf(this.who), verb: this.verb, ticket: world.id, minutes: '5' };
    await pressOnCase(world.desk, press, this.verb as CaseVerb);
    expect(must(world.cases.store.get(world.id)).version > before).toBe(changes);
    agree(model, world);
  }
  toString = () => `${this.who} presses ${this.verb}`;
}

class HandOver implements fc.AsyncCommand<Model, World> {
  constructor(
    readonly who: Name,
    readonly to: Name,
    readonly reason: string,
  ) {}
  check = () => true;
  async run(model: Model, world: World): Promise<void> {
    const { who, to, reason } = this;
    const bearer = { tenant, person: ids[who], conversation: thread.conversation };
    const contents = { case: world.seen().id, to: [ids[to]] };
    const ticket = await world.desk.tickets.issue('hand-over', bearer, contents, noon + 1000);
    await handOver(world.desk, { ...{ caller: callerOf(who), verb: '', ticket, row: 0, reason } });
    const may = isTechnician(who) && isTechnician(to) && to !== model.holder && reason !== '';
    if (model.status === 'taken' && may) model.holder = to;
    agree(model, world);
  }
  toString = () => `${this.who} hands over to ${this.to} because "${this.reason}"`;
}

/** A request for remote assistance that somebody opened for this case comes into a state. */
class Session implements fc.AsyncCommand<Model, World> {
  constructor(
    readonly who: Name,
    readonly state: (typeof states)[number],
    /** Which of their requests. */
    readonly which: 'e' | 'f',
  ) {}
  check = () => true;
  async run(model: Model, world: World): Promise<void> {
    const { id, number, requester } = world.seen();
    const request = {
      ...inState[this.state],
      id: must(requestId(`${ids[this.who].slice(0, -1)}${this.which}`)),
      technician: { id: ids[this.who], name: this.who },
      case: { id, number, requester, belongs: 'no' as const, guard: session.guard },
    };
    const cameSecond = this.state === 'confirmed' && model.hasOtherSession(request.id);
    const stop = await followRequest(world.desk, request);
    this.#move(model, request.id);
    // Whatever is open for a case that does not want it any more is stopped.
    const isWanted = !model.isOver() && model.holder === this.who && !cameSecond;
    expect(stop !== undefined).toBe(this.state !== 'failed' && !isWanted);
    agree(model, world);
  }
  #move(model: Model, request: string): void {
    if (model.isOver() || model.holder !== this.who || model.hasOtherSession(request)) return;
    if (this.state === 'failed') {
      if (model.isInSession()) model.become('taken');
      return;
    }
    if (model.lastSession === request) return;
    model.session = request;
    if (this.state === 'ready') model.tell('ready');
    if (this.state === 'ready') model.status = 'in-session';
    else if (model.status === 'taken') model.status = 'asking';
  }
  toString = () => `session ${this.which} of ${this.who} is ${this.state}`;
}

const states = ['confirmed', 'requested', 'ready', 'failed'] as const;

function agree(model: Model, { seen, cases, id }: World): void {
  const real = seen();
  const technician = 'technician' in real ? real.technician : undefined;
  const told = ['taken', 'ready', 'closed'].filter((what) => cases.cards.has(`${id}/${what}`));
  // One comparison a step: jest takes longer for each than the step itself does.
  expect({
    ...{ status: real.status, urgency: real.urgency, muted: real.muted },
    holder: model.isOver() ? model.holder : names.find((name) => ids[name] === technician?.id),
    request: 'session' in real ? real.session.request : undefined,
    told: told.sort(),
  }).toEqual({
    ...{ status: model.status, urgency: model.urgency, muted: model.muted, holder: model.holder },
    request: model.isInSession() ? model.session : undefined,
    told: [...model.notices].sort(),
  });
}

const someone = fc.constantFrom(...names);
const anything: fc.Arbitrary<fc.AsyncCommand<Model, World>>[] = [
  fc.tuple(someone, fc.constantFrom(...Object.keys(presses))).map(([who, verb]) => new Press(who, verb)),
  fc
    .tuple(fc.constantFrom('tom' as const, 'tina' as const), fc.constantFrom('case-take', 'case-resolve'))
    .map(([who, verb]) => new Press(who, verb)),
  fc
    .tuple(someone, someone, fc.constantFrom('', 'My shift ends'))
    .map(([who, to, reason]) => new HandOver(who, to, reason)),
  fc
    .tuple(
      fc.constantFrom('tom' as const, 'tina' as const),
      fc.constantFrom(...states),
      fc.constantFrom('e' as const, 'f' as const),
    )
    .map(([who, state, which]) => new Session(who, state, which)),
];

test('3,000 random histories of several people agree with the model', async () => {
  const histories = fc.commands(anything, { maxCommands: 25, size: 'max' });
  await fc.assert(
    fc.asyncProperty(histories, async (commands) => {
      const world = await openWorld();
      await fc.asyncModelRun(() => ({ model: new Model(), real: world }), commands);
    }),
    { numRuns: 3000, seed: 20261125 },
  );
});
