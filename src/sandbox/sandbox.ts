import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Addresses, Registrations } from './addresses';
import { buildParts, type SandboxParts } from './build-parts';
import type { Connector } from './connector/connector';
import type { Channel, Conversation } from './connector/conversation';
import { environmentFor } from './environment';
import type { Graph } from './graph/graph';
import { findFreePort, listen, type Listening } from './http';
import type { Login } from './login/login';
import type { SandboxSettings } from './settings';
import { Chat } from './teams-client/chat';
import { ChatView } from './teams-client/chat-view';
import { Client } from './teams-client/client';
import { membershipActivities } from './teams-client/membership';
import type { Tenant } from './tenant/tenant';
import { waitUntil } from './waiting';
import { describe, type Wire, type WireEntry } from './wire';

const ORDINARY_PATIENCE_MS = 5_000;

/** Starts a Microsoft on 127.0.0.1. The bot is not started here: give it `environment()`. */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const parts = await buildParts(settings);
  const { ports = {} } = settings;
  const listening: Listening[] = [];
  try {
    for (const name of ['login', 'graph', 'connector'] as const) {
      const server = await listen(name, ports[name] ?? 0, (ask) => parts[name].answer(ask));
      listening.push(server);
      parts.addresses[name] = server.url;
    }
    parts.addresses.bot = `http://127.0.0.1:${ports.bot ?? (await findFreePort())}`;
    const folder = await mkdtemp(join(tmpdir(), 'device-assist-sandbox-'));
    return new Sandbox(parts, listening, folder);
  } catch (error) {
    await Promise.all(listening.map((server) => server.stop()));
    throw error;
  }
}

/** A running sandbox: one tenant, its login, Graph and Teams, and people's Teams clients. */
export class Sandbox {
  readonly addresses: Addresses;
  readonly registrations: Registrations;
  readonly tenant: Tenant;
  readonly login: Login;
  readonly graph: Graph;
  readonly connector: Connector;
  readonly wire: Wire;
  private readonly chats = new Map<string, Chat>();

  constructor(
    readonly parts: SandboxParts,
    private readonly listening: readonly Listening[],
    /** A folder for the bot's database; gone when the sandbox stops. */
    readonly folder: string,
  ) {
    ({
      addresses: this.addresses,
      registrations: this.registrations,
      tenant: this.tenant,
      login: this.login,
      graph: this.graph,
      connector: this.connector,
      wire: this.wire,
    } = parts);
  }

  /** The environment for the bot's `readConfig`. */
  environment(overrides: Readonly<Record<string, string>> = {}): Record<string, string> {
    const database = `file:${join(this.folder, 'device-assist.db')}`;
    const own = environmentFor(this.addresses, this.registrations, this.tenant.id, database);
    return { ...own, ...this.parts.settings.environment, ...overrides };
  }

  /** Tells Teams where the bot listens, if it is not the reserved port. */
  botIsAt(url: string): void {
    this.addresses.bot = url;
  }

  /** The personal chat of a person with the bot, who has added its app; opening it twice gives the same one. */
  openChat(key: string): Chat {
    this.tenant.person(key).behave({ installed: true });
    return this.personalChat(key);
  }

  /** The same chat, whether or not the person has added the app. */
  personalChat(key: string): Chat {
    return this.chatIn(this.parts.conversations.personal(this.tenant.person(key)), key);
  }

  /** A group chat; `as` gives the view of one of its members. */
  openGroupChat(name: string, keys: readonly string[]): SharedChat {
    const members = keys.map((key) => this.tenant.person(key));
    return this.shared(this.parts.conversations.groupChat(name, members));
  }

  /** The chat of a meeting. */
  openMeetingChat(name: string, keys: readonly string[]): SharedChat {
    const members = keys.map((key) => this.tenant.person(key));
    return this.shared(this.parts.conversations.meetingChat(name, members));
  }

  /** A channel of a team, by its name; whoever opens it first says who is in it. The bot is a member of the team. */
  openChannel(name: string, keys: readonly string[]): SharedChannel {
    const members = keys.map((key) => this.tenant.person(key));
    const channel = this.parts.conversations.channel(name, members);
    return {
      channel,
      newThread: () => this.shared(this.parts.conversations.thread(channel)),
      threads: () => channel.threads.map((thread) => this.shared(thread)),
      addBot: (by) => this.changeMembership(channel, by, true),
      removeBot: (by) => this.changeMembership(channel, by, false),
    };
  }

  /** A new thread in a channel; every member of the channel sees it. */
  openThread(channel: string, keys: readonly string[]): SharedChat {
    return this.openChannel(channel, keys).newThread();
  }

  /** A conversation by its id, as one person sees it. */
  chatById(id: string, key: string): Chat | undefined {
    const conversation = this.parts.conversations.find(id);
    return conversation && this.chatIn(conversation, key);
  }

  /** Waits until so many requests of one place have matched "METHOD path?query". */
  requests(where: WireEntry['where'], pattern: RegExp, count = 1): Promise<WireEntry[]> {
    const find = () => this.wire.find(where, pattern);
    return waitUntil({
      look: () => (find().length >= count ? find() : undefined),
      listen: (again) => this.wire.onEntry(again),
      withinMs: this.parts.settings.patienceMs ?? ORDINARY_PATIENCE_MS,
      otherwise: () =>
        `Waited for ${count} requests ${String(pattern)} and saw ${find().length} among:\n` +
        this.wire
          .find(where)
          .map((entry) => `  ${describe(entry)} ${entry.status}`)
          .join('\n'),
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.listening.map((server) => server.stop()));
    await rm(this.folder, { recursive: true, force: true });
  }

  private async changeMembership(channel: Channel, by: string, hasBot: boolean): Promise<void> {
    channel.hasBot = hasBot;
    const { delivery } = this.parts;
    const person = this.tenant.person(by);
    for (const activity of membershipActivities(delivery.around, { person, channel }))
      await delivery.deliver(activity, by);
  }

  private shared(conversation: Conversation): SharedChat {
    return { conversation, as: (key) => this.chatIn(conversation, key) };
  }

  private chatIn(conversation: Conversation, key: string): Chat {
    const name = `${key} in ${conversation.id}`;
    const known = this.chats.get(name);
    if (known) return known;
    const { conversations, settings } = this.parts;
    const patience = settings.patienceMs ?? ORDINARY_PATIENCE_MS;
    const view = new ChatView(this.tenant.person(key), conversation, conversations, patience);
    const chat = new Chat(view, new Client(view, this.parts));
    this.chats.set(name, chat);
    chat.client.open();
    return chat;
  }
}

/** A group chat or a thread. */
export interface SharedChat {
  readonly conversation: Conversation;
  /** The chat as this person sees it. */
  as(key: string): Chat;
}

/** A channel: its threads, and whether the bot is in its team. */
export interface SharedChannel {
  readonly channel: Channel;
  /** A thread that begins with whatever is written there first. */
  newThread(): SharedChat;
  /** Oldest first; those that the bot began are among them. */
  threads(): SharedChat[];
  /** Somebody adds the bot to the team, or removes it; the bot is told. */
  addBot(by: string): Promise<void>;
  removeBot(by: string): Promise<void>;
}
