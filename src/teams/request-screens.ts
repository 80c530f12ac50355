import { cardVersion } from '../desk/card-version';
import type { CaseStore } from '../desk/case/ports';
import type { Clock, Place, Stored, Tickets, Vault } from '../desk/ports';
import type { RequestScreen, Screen } from '../desk/screens';
import type { Log } from '../log';

export type RequestScreenParts = {
  readonly tickets: Tickets;
  readonly vault: Pick<Vault, 'link'>;
  readonly clock: Clock;
  /** Hosts that a session link may have; `*.` stands for one or more labels. */
  readonly sessionLinkHosts: readonly string[];
  /** Nobody has said who is a technician, so whoever gets a confirm card may rather need help. */
  readonly offersRaise?: boolean;
  readonly cases: Pick<CaseStore, 'isUndeliverable'>;
  readonly log: Log;
};

const DAY = 24 * 60 * 60 * 1000;

/** Gives the screen of a request what only the edge may add: a ticket for its buttons, and the session link. */
export type FillRequestScreen = (screen: RequestScreen, place: Place) => Promise<RequestScreen>;

export function requestScreens(parts: RequestScreenParts): FillRequestScreen {
  return async (screen, place) => {
    const { ticket: _, link: __, withheldHost: ___, ...rest } = screen;
    const bare = { ...rest, stored: await asOwnerWasTold(parts, rest.stored) };
    const ticket = await issueTicket(parts, bare.stored, place);
    const isOffered = parts.offersRaise === true && !bare.stored.request.case;
    const offer = isOffered && { offersRaise: true };
    return { ...bare, ticket, ...offer, ...(await findLink(parts, bare.stored, place)) };
  };
}

/** Fills a screen if it is one of a request; leaves every other one alone. */
export const fillIfRequest = async (
  fill: FillRequestScreen,
  screen: Screen,
  place: Place,
): Promise<Screen> => (screen.kind === 'request' ? fill(screen, place) : screen);

/**
 * Bound to the conversation in which the card hangs and to the version of the card: copied elsewhere it opens nothing,
 * and after the next version it changes nothing any more. It outlives the card, so that a late press meets the rules,
 * which say "expired" in words.
 */
function issueTicket(
  { tickets, clock }: RequestScreenParts,
  { request }: Stored,
  { conversation }: Place,
): Promise<string> {
  const bearer = { tenant: request.tenant, person: request.technician.id, conversation };
  const contents = { request: request.id, version: cardVersion(request) };
  return tickets.issue('request', bearer, contents, clock.now() + DAY);
}

/** The request knows that the owner of its device was to be told; whether Teams took the notice shows later. */
async function asOwnerWasTold({ cases }: RequestScreenParts, stored: Stored): Promise<Stored> {
  const { request } = stored;
  if (request.case?.guard.kind !== 'told') return stored;
  if (!(await cases.isUndeliverable(request.case.id, `owner:${request.id}`))) return stored;
  const ownerName = request.case.guard.owner.name;
  const guard = { kind: 'not-told', why: 'not-delivered', ownerName } as const;
  return { ...stored, request: { ...request, case: { ...request.case, guard } } };
}

type Link = Pick<RequestScreen, 'link' | 'withheldHost'>;

/** The link, only while it is good for something, only in the technician's own chat, and only to a known host. */
async function findLink(parts: RequestScreenParts, { request }: Stored, place: Place): Promise<Link> {
  if (request.status !== 'ready' || place.kind !== 'personal') return {};
  const link = await parts.vault.link(request);
  if (link === undefined) return {};
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url && isAllowed(url, parts.sessionLinkHosts)) return { link: url.href };
  const withheldHost = url?.host ?? '';
  parts.log.warn('session link withheld', {
    request: request.id,
    number: request.number,
    host: withheldHost,
  });
  return { withheldHost };
}

function isAllowed(url: URL, hosts: readonly string[]): boolean {
  if (url.protocol !== 'https:' || url.username || url.password || url.port) return false;
  return hosts.some((host) =>
    host.startsWith('*.')
      ? url.hostname.endsWith(host.slice(1).toLowerCase())
      : url.hostname === host.toLowerCase(),
  );
}
