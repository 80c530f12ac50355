import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Message } from '../connector/conversation';
import type { JsonObject } from '../json';
import type { Person } from '../tenant/person';

/** Somebody chose a command of the app in the menu of a message, and filled in what the manifest asks for. */
export interface MessageAction {
  readonly commandId: string;
  /** The fields of the form. */
  readonly data: JsonObject;
}

/** Teams waits so long for the answer, then says that the app cannot be reached (facts/product.md § 4.1). */
export const ACTION_PATIENCE_MS = 5_000;

/**
 * The value of a `composeExtension/submitAction` on somebody's message. Its author is named by the Entra id only,
 * and its text is HTML (learn: create-task-module, "reply to thread").
 */
export function submitActionValue(
  { commandId, data }: MessageAction,
  message: Message,
  author: Person | undefined,
): JsonObject {
  const { id, activity } = message;
  const written = new Date(Number(id)).toISOString();
  const user = author && { userIdentityType: 'aadUser', id: author.oid, displayName: author.name };
  return {
    ...{ commandId, commandContext: 'message', requestId: randomUUID().replaceAll('-', '') },
    context: { theme: 'default' },
    data,
    messagePayload: {
      linkToMessage: `https://teams.microsoft.com/l/message/${id}`,
      ...{ id, replyToId: null, createdDateTime: written, lastModifiedDateTime: null },
      ...{ deleted: false, summary: null, importance: 'normal', locale: author?.locale ?? 'en-US' },
      body: { contentType: 'html', content: htmlOf(activity.text ?? '') },
      from: { device: null, conversation: null, user: user ?? null, application: null },
      ...{ reactions: [], mentions: [], attachments: [] },
    },
  };
}

/** Mentions stay as Teams marks them there; everything else that was typed is text. */
function htmlOf(text: string): string {
  let mentions = 0;
  const marked = text.replaceAll(/<at>([^<]*)<\/at>|[&<>]/g, (found, name: string | undefined) =>
    name === undefined ? escaped(found) : `<at id="${mentions++}">${escaped(name)}</at>`,
  );
  return `<div><div>${marked}</div>\n</div>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const answerShape = z.looseObject({
  task: z.looseObject({ type: z.literal('message'), value: z.string() }),
});

/** The line that Teams shows when the form closes, if the bot gave one. */
export function lineOf(answer: unknown): string | undefined {
  return answerShape.safeParse(answer).data?.task.value;
}
