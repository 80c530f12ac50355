import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { listen, type Ask, type Listening, type Reply } from '../../../../src/sandbox/http';
import type { Graph } from '../../../../src/sandbox/graph/graph';
import type { AssistanceBehaviour, Device } from '../../../../src/sandbox/tenant/device';
import type { Tenant } from '../../../../src/sandbox/tenant/tenant';
import type { Post } from '../facts';

/** What becomes of one POST. Milliseconds. */
export type Fate = {
  readonly name: string;
  readonly answer: AssistanceBehaviour['answer'];
  readonly accepted: boolean;
  /** Until Intune takes it up, and from then until it answers. */
  readonly takenUpAfter: number;
  readonly answeredAfter: number;
  /** Until a look at the device shows the link, and the action. */
  readonly linkAfter: number;
  readonly actionAfter: number;
};

export type Fates = (device: Device) => Fate;

/**
 * The sandbox's Graph with a fate for every POST. It counts what was *accepted*, which no bot can know, and has a
 * door for each process, so that it knows where a POST came from.
 */
export class Intune {
  readonly posts: Post[] = [];
  /** Calls of any kind. */
  calls = 0;
  /** Nothing is answered any more. */
  isSilent = false;
  private readonly arrivals = new EventEmitter().setMaxListeners(0);
  private sessions = 0;

  constructor(
    private readonly graph: Graph,
    private readonly tenant: Tenant,
    public fates: Fates,
    private readonly now: () => number = Date.now,
  ) {}

  openDoor(instance: string): Promise<Listening> {
    return listen('graph', 0, (ask) => this.answer(ask, instance));
  }

  /** Calls back when a POST has arrived and nothing has become of it yet; returns what ends it. */
  onArrival(listener: (post: Post) => void): () => void {
    this.arrivals.on('post', listener);
    return () => this.arrivals.off('post', listener);
  }

  /** Calls back when a process looks at a device; returns what ends it. */
  onLook(listener: (look: { readonly instance: string; readonly device: string }) => void): () => void {
    this.arrivals.on('look', listener);
    return () => this.arrivals.off('look', listener);
  }

  async answer(ask: Ask, instance: string): Promise<Reply> {
    this.calls += 1;
    if (this.isSilent) return 'hang';
    const lookedAt = /\/managedDevices\/([^/]+)$/u.exec(ask.url.pathname)?.[1];
    if (lookedAt !== undefined) this.arrivals.emit('look', { instance, device: lookedAt });
    const asked = /\/managedDevices\/([^/]+)\/requestRemoteAssistance$/u.exec(ask.url.pathname)?.[1];
    const device = asked === undefined ? undefined : this.tenant.deviceById(asked);
    return device && ask.method === 'POST' ? this.take(ask, device, instance) : this.graph.answer(ask);
  }

  private async take(ask: Ask, device: Device, instance: string): Promise<Reply> {
    const fate = this.fates(device);
    const post: Post = {
      device: device.id,
      instance,
      clientRequestId: String(ask.headers['client-request-id']),
      fate: fate.name,
      arrivedAt: this.now(),
    };
    this.posts.push(post);
    this.arrivals.emit('post', post);
    if (fate.takenUpAfter > 0) await wait(fate.takenUpAfter);
    const acceptedBefore = device.accepted.length;
    this.prepare(device, fate);
    const reply = await this.graph.answer(ask);
    if (device.accepted.length > acceptedBefore) {
      post.acceptedAt = this.now();
      post.visibleAt = post.acceptedAt + Math.min(fate.linkAfter, fate.actionAfter);
      post.link = device.behaviour.link;
    }
    if (fate.answeredAfter > 0) await wait(fate.answeredAfter);
    post.answeredAt = this.now();
    return reply;
  }

  /** Each session has a link of its own; until it shows, a look still shows the link of the one before. */
  private prepare(device: Device, { answer, accepted, linkAfter, actionAfter }: Fate): void {
    const last = device.accepted.length > 0 ? device.behaviour.link : device.behaviour.oldLink;
    const faults = answer === 'accept' ? {} : { times: 1, acceptsAnyway: accepted, retryAfter: '1' };
    device.behave({ answer, ...faults });
    if (!accepted) return;
    this.sessions += 1;
    device.behave({
      ...{ link: `https://get.teamviewer.com/s${String(this.sessions).padStart(6, '0')}`, oldLink: last },
      ...{ linkAfter: linkAfter / 1000, pendingAfter: actionAfter / 1000, resultAfter: linkAfter / 1000 },
    });
  }
}
