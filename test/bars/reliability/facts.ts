/** A POST as Intune knows it. Times are epoch milliseconds. */
export type Post = {
  readonly device: string;
  readonly instance: string;
  readonly clientRequestId: string;
  readonly fate: string;
  readonly arrivedAt: number;
  /** Only Intune knows. */
  acceptedAt?: number;
  /** From when on a look at the device shows it. */
  visibleAt?: number;
  answeredAt?: number;
  link?: string;
};

/** A request as its row says at the end. */
export type RequestRow = {
  readonly id: string;
  readonly number: number;
  readonly technician: string;
  readonly device: string;
  readonly status: string;
};

/** One entry of the audit trail. */
export type TrailEntry = {
  readonly request: string;
  readonly at: number;
  readonly type: string;
  readonly person: string | undefined;
  /** With `refused`. */
  readonly cause: string | undefined;
  /** With `sending-started`. */
  readonly clientRequestId: string | undefined;
};

/** A press that the bot answered with a card on which the request was confirmed. */
export type Acknowledged = { readonly technician: string; readonly device: string; readonly card: string };

export type Facts = {
  readonly posts: readonly Post[];
  readonly requests: readonly RequestRow[];
  readonly trail: readonly TrailEntry[];
  readonly acknowledged: readonly Acknowledged[];
  /** Everything that a technician can read in the chat with the bot, by technician. */
  readonly chats: ReadonlyMap<string, string>;
};
