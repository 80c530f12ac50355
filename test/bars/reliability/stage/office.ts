import type { Listening } from '../../../../src/sandbox/http';
import { startSandbox, type Sandbox } from '../../../../src/sandbox/sandbox';
import type { Person } from '../../../../src/sandbox/tenant/person';
import type { Device } from '../../../../src/sandbox/tenant/device';
import type { Acknowledged, Facts } from '../facts';
import { scaled } from '../scale';
import type { Bundle } from './bundle';
import { Garage, type Instance, type Start } from './instances';
import { Intune, type Fates } from './intune';
import { Phone } from './phone';
import type { Records } from './records';

/** Where the bot's database is, and how to read beside it. */
export type Books = { readonly url: string; readonly records: Records };

export type OfficeSettings = {
  readonly bundle: Bundle;
  readonly books: (sandbox: Sandbox) => Promise<Books> | Books;
  readonly fates: Fates;
  readonly technicians: number;
  readonly devices: number;
};

/** A Microsoft on 127.0.0.1, technicians with phones, devices, and processes of the bot that come and go. */
export class Office {
  readonly phones: readonly Phone[];
  readonly devices: readonly Device[];
  readonly acknowledged: Acknowledged[] = [];
  private readonly doors: Listening[] = [];
  private readonly token: () => Promise<string>;
  private started = 0;

  private constructor(
    readonly sandbox: Sandbox,
    readonly intune: Intune,
    readonly books: Books,
    readonly garage: Garage,
    { technicians, devices }: OfficeSettings,
  ) {
    this.token = connectorTokens(sandbox);
    this.phones = Array.from({ length: technicians }, (_, index) => {
      const behaviour = { roles: ['Technician'], intune: 'helpDeskOperator', installed: true } as const;
      const key = `tech${index}`;
      const person = sandbox.tenant.addPerson({ key, name: `Tech ${index}`, about: key, behaviour });
      return new Phone(sandbox, person, this.token);
    });
    this.devices = Array.from({ length: devices }, (_, index) =>
      sandbox.tenant.addDevice({ name: `LAPTOP-K${String(index).padStart(4, '0')}` }),
    );
  }

  static async open(settings: OfficeSettings): Promise<Office> {
    const sandbox = await startSandbox();
    // Every process has a door of its own to Graph, so tokens are for Graph's name instead of an address.
    sandbox.addresses.graph = 'https://graph.microsoft.com';
    const intune = new Intune(sandbox.graph, sandbox.tenant, settings.fates);
    const books = await settings.books(sandbox);
    return new Office(sandbox, intune, books, new Garage(settings.bundle), settings);
  }

  /** The same people in a thread of a channel. */
  inThread(channel: string, people: readonly Person[]): readonly Phone[] {
    const { conversations } = this.sandbox.parts;
    const thread = conversations.thread(conversations.channel(channel, people));
    return people.map((person) => new Phone(this.sandbox, person, this.token, thread));
  }

  /** Starts one more process of the bot. */
  async startBot(how: Partial<Pick<Start, 'intervals' | 'skew'>> = {}): Promise<Instance> {
    this.started += 1;
    const name = `bot ${this.started}`;
    const door = await this.intune.openDoor(name);
    this.doors.push(door);
    const environment = this.sandbox.environment({
      ...{
        PORT: '0',
        GRAPH_ENDPOINT: door.url,
        DATABASE_URL: this.books.url,
        LOG_LEVEL: process.env['BARS_LOG'] ?? 'silent',
      },
    });
    return this.garage.start({ name, environment, intervals: scaled, ...how });
  }

  async facts(): Promise<Facts> {
    const { records } = this.books;
    const chats = new Map(this.phones.map((phone) => [phone.person.oid, phone.text()]));
    const [requests, trail] = [await records.requests(), await records.trail()];
    return { posts: this.intune.posts, requests, trail, acknowledged: this.acknowledged, chats };
  }

  async close(): Promise<void> {
    await this.garage.close();
    await Promise.all(this.doors.map((door) => door.stop()));
    await this.books.records.close();
    await this.sandbox.stop();
  }
}

/** One token for the whole run, as the connector does it: signing costs more than all the rest of a delivery. */
function connectorTokens({ connector, addresses, registrations, parts }: Sandbox): () => Promise<string> {
  const issued = Math.floor(Date.now() / 1000) - 1200;
  const token = connector.key.sign({
    ...{ iss: parts.delivery.settings.issuer, aud: registrations.bot.id, nbf: issued, exp: issued + 7200 },
    serviceurl: `${addresses.connector}/emea/`,
  });
  return () => token;
}
