import type { Activity } from '../connector/activity';
import type { Connector } from '../connector/connector';
import { parseJson } from '../json';
import type { Wire } from '../wire';
import type { Surroundings } from './activities';

/** What the bot answered. Status 0: it did not, in the time Teams waits. */
export interface Delivered {
  readonly status: number;
  readonly body: unknown;
}

/** Teams delivers an activity again when it believes that the first one was lost. */
export interface DeliveryOptions {
  /** Milliseconds that Teams waits for the answer, where that is less than usual. */
  readonly patienceMs?: number;
  /** How many times the same activity arrives, all at once. */
  readonly copies?: number;
  /** Whether the copies carry new ids and times, as was seen in the field. */
  readonly freshIds?: boolean;
  /** Claims of the connector's token that differ, for tokens that must be refused. */
  readonly tokenClaims?: Readonly<Record<string, unknown>>;
}

export interface DeliverySettings {
  /** `iss` of the connector's tokens. */
  readonly issuer: string;
  /** Milliseconds that Teams waits for the bot. */
  patienceMs: number;
}

/** Teams' way to the bot: signs for the connector and posts. */
export class Delivery {
  constructor(
    readonly around: Surroundings,
    private readonly connector: Connector,
    private readonly wire: Wire,
    readonly settings: DeliverySettings,
  ) {}

  /** Delivers an activity; of several copies the first one's answer counts. */
  async deliver(activity: Activity, person: string, options: DeliveryOptions = {}): Promise<Delivered> {
    const copies = Array.from({ length: options.copies ?? 1 }, (_, index) =>
      index > 0 && options.freshIds ? { ...activity, id: `${activity.id ?? ''}${index}` } : activity,
    );
    const answers = await Promise.all(copies.map((copy) => this.post(copy, person, options)));
    return answers[0] ?? { status: 0, body: undefined };
  }

  private async post(activity: Activity, person: string, options: DeliveryOptions): Promise<Delivered> {
    const delivered = await this.send(activity, options);
    this.wire.record({
      where: 'teams',
      method: 'POST',
      path: '/api/messages',
      person,
      status: delivered.status === 0 ? 'hang' : delivered.status,
      note: [activity.type, activity['name']].filter((part) => typeof part === 'string').join(' '),
    });
    return delivered;
  }

  private async send(activity: Activity, { tokenClaims, patienceMs }: DeliveryOptions): Promise<Delivered> {
    const now = Math.floor(this.around.clock.now() / 1000);
    const token = await this.connector.key.sign({
      iss: this.settings.issuer,
      aud: this.around.registrations.bot.id,
      serviceurl: activity['serviceUrl'],
      nbf: now - 300,
      exp: now + 3_600,
      ...tokenClaims,
    });
    try {
      const response = await fetch(`${this.around.addresses.bot}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(Math.min(this.settings.patienceMs, patienceMs ?? Infinity)),
      });
      return { status: response.status, body: parseJson(await response.text()) };
    } catch {
      return { status: 0, body: undefined }; // the bot is away or too slow; Teams only knows "no answer"
    }
  }
}
