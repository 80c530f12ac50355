import type { Facts, Post, RequestRow, TrailEntry } from './facts';

/** What went wrong, a line each. Empty lists are the proof. */
export type Verdict = {
  /** Accepted by Intune and denied, or an acknowledged press that left no trace. */
  readonly lost: readonly string[];
  /** Two sessions where one was confirmed, or one device given twice. */
  readonly doubled: readonly string[];
  /** A session claimed that Intune never accepted, or a POST that no committed intent stands for. */
  readonly phantom: readonly string[];
  /** Not lost: still on its way when the time was over. A run that was too busy shows here, not as a loss. */
  readonly unsettled: readonly string[];
  /** A person was asked although the evidence was there to be seen. */
  readonly needlessQuestions: readonly string[];
  readonly confirmed: number;
  readonly accepted: number;
  readonly questions: number;
  /** How the confirmed requests ended. */
  readonly endings: Readonly<Record<string, number>>;
};

const MOVING = ['confirmed', 'sending', 'requested', 'unknown'];
/** Entries after which a technician knows of the session, or has put the request aside knowing that there may be one. */
const TOLD = ['session-ready', 'session-failed', 'link-overdue', 'accepted'];
const OVER = ['refused', 'session-failed', 'closed'];
/** A look takes its time, and what it shows is committed after it. Milliseconds. */
const LOOK = 500;

/** Judges a run by what Intune accepted and by what the bot wrote down, never by what the bot holds in memory. */
export function judge(facts: Facts): Verdict {
  const cases = casesOf(facts);
  return {
    lost: [...cases.flatMap(lostIn), ...facts.acknowledged.flatMap((press) => lostPress(press, facts))],
    doubled: [...cases.flatMap(doubledIn), ...repeatedCalls(facts.posts), ...sharedDevices(cases)],
    phantom: [...cases.flatMap(phantomIn), ...withoutIntent(facts)],
    unsettled: cases
      .filter(({ request }) => MOVING.includes(request.status))
      .map((one) => `${nameOf(one)} is still ${one.request.status}`),
    needlessQuestions: cases.flatMap(needlessIn),
    confirmed: facts.trail.filter(({ type }) => type === 'confirmed').length,
    accepted: facts.posts.filter(isAccepted).length,
    questions: facts.trail.filter(({ type }) => type === 'human-needed').length,
    endings: endingsOf(cases),
  };
}

type Case = {
  readonly request: RequestRow;
  readonly trail: readonly TrailEntry[];
  readonly posts: readonly Post[];
  /** What its technician can read. */
  readonly chat: string;
};

function casesOf({ requests, trail, posts, chats }: Facts): readonly Case[] {
  const trailOf = groupBy(trail, ({ request }) => request);
  const postsOf = groupBy(posts, ({ clientRequestId }) => clientRequestId);
  return requests.map((request) => {
    const own = trailOf.get(request.id) ?? [];
    const intents = new Set(own.flatMap(({ clientRequestId }) => clientRequestId ?? []));
    return {
      ...{ request, trail: own, chat: chats.get(request.technician) ?? '' },
      posts: [...intents].flatMap((intent) => postsOf.get(intent) ?? []),
    };
  });
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function endingsOf(cases: readonly Case[]): Record<string, number> {
  const endings: Record<string, number> = {};
  for (const { request, trail } of cases.filter((one) => has(one, ['confirmed']))) {
    const cause = trail.find(({ type }) => type === 'refused')?.cause;
    const ending = [request.status, cause].filter((part) => part !== undefined).join(' ');
    endings[ending] = (endings[ending] ?? 0) + 1;
  }
  return endings;
}

const isAccepted = ({ acceptedAt }: Post) => acceptedAt !== undefined;
const nameOf = ({ request }: Case) => `#${request.number}`;
const has = ({ trail }: Case, types: readonly string[]) => trail.some(({ type }) => types.includes(type));

function lostIn(one: Case): string[] {
  const accepted = one.posts.find(isAccepted);
  if (!accepted || MOVING.includes(one.request.status)) return [];
  const { status } = one.request;
  if (status === 'needs-human' || !has(one, TOLD)) {
    // Whoever withdrew while nobody knew was told that a session may still come.
    const withdrawn = one.trail.some(({ type, person }) => type === 'closed' && person !== undefined);
    return withdrawn ? [] : [`${nameOf(one)} was accepted (${accepted.fate}) and says ${status}`];
  }
  // The card is what counts: the session's own link has to stand in the chat.
  if (status === 'ready' && !one.chat.includes(accepted.link ?? '?'))
    return [`${nameOf(one)} is ready and its card does not show the link of its session`];
  return [];
}

function lostPress({ technician, device }: Facts['acknowledged'][number], facts: Facts): string[] {
  const own = facts.requests.filter((one) => one.technician === technician && one.device === device);
  const presses = facts.acknowledged.filter(
    (other) => other.technician === technician && other.device === device,
  );
  const cards = new Set(presses.map(({ card }) => card)).size;
  const ids = new Set(own.map(({ id }) => id));
  const confirmed = facts.trail.filter(
    ({ type, request }) => type === 'confirmed' && ids.has(request),
  ).length;
  return confirmed < cards ? [`A press on ${device} was acknowledged and left no trace`] : [];
}

function doubledIn(one: Case): string[] {
  const accepted = one.posts.filter(isAccepted);
  return accepted.length > 1 ? [`${nameOf(one)} was accepted ${accepted.length} times`] : [];
}

/** One intent, one POST: each has an id of its own. */
function repeatedCalls(posts: readonly Post[]): string[] {
  const seen = new Set<string>();
  return posts.flatMap(({ clientRequestId: id }) => {
    if (seen.has(id)) return [`The POST ${id} came more than once`];
    seen.add(id);
    return [];
  });
}

/** Intune accepted for one request while another one still held the device. */
function sharedDevices(cases: readonly Case[]): string[] {
  const sessions = cases.flatMap((one) =>
    one.posts.filter(isAccepted).map((post) => ({
      ...{ one, from: post.arrivedAt, device: post.device },
      until: one.trail.find(({ type, at }) => OVER.includes(type) && at >= post.arrivedAt)?.at ?? Infinity,
    })),
  );
  const inOrder = sessions.sort((one, other) => one.from - other.from);
  return inOrder.flatMap((first, index) =>
    inOrder
      .slice(index + 1)
      .filter(({ device, one, from }) => device === first.device && one !== first.one && from < first.until)
      .map((second) => `${nameOf(second.one)} was accepted while ${nameOf(first.one)} held the device`),
  );
}

function phantomIn(one: Case): string[] {
  const claims = has(one, ['accepted', 'session-ready', 'link-overdue']);
  if (!claims || one.posts.some(isAccepted)) return [];
  return [`${nameOf(one)} claims a session (${one.request.status}) that Intune never accepted`];
}

function withoutIntent({ posts, trail }: Facts): string[] {
  const intents = new Map(trail.map(({ clientRequestId, at }) => [clientRequestId, at]));
  return posts
    .filter(({ clientRequestId }) => !intents.has(clientRequestId))
    .map(({ device, fate }) => `A POST for ${device} (${fate}) stands for no intent`);
}

function needlessIn(one: Case): string[] {
  const asked = one.trail.filter(({ type }) => type === 'human-needed');
  const visible = one.posts.filter(isAccepted).map(({ visibleAt = Infinity }) => visibleAt);
  return asked
    .filter(({ at }) => visible.some((from) => from < at - LOOK))
    .map(() => `${nameOf(one)} asked a person although the session was there to be seen`);
}
