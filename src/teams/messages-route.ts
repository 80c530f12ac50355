import type { Activity, InvokeResponse } from 'botbuilder';
import type { Log } from '../log';
import type { FrontDoor, Refused } from './front-door';
import { fixedAnswer, refuseUnread, type Handler } from './http-answer';
import { readBody, refuseHeaders } from './request-body';

export type MessagesParts = {
  readonly frontDoor: FrontDoor;
  readonly takeTurn: (activity: Activity) => Promise<InvokeResponse | undefined>;
  readonly log: Log;
};

/** What is wrong with a request whoever sent it; stands in the log, never in the answer. */
type UnfitRequest = 'body-type' | 'body-too-large' | 'body-malformed';

/** `POST /api/messages`: headers, then the token, then the body, then whether the two belong together. */
export function messagesRoute({ frontDoor, takeTurn, log }: MessagesParts): Handler {
  const refuse = (status: Parameters<typeof refuseUnread>[0], code: Refused['code'] | UnfitRequest) => {
    log.warn('refused at the front door', { status, code });
    return refuseUnread(status);
  };
  return async (request) => {
    const unfit = refuseHeaders(request);
    if (unfit) return refuse(unfit, unfit === 413 ? 'body-too-large' : 'body-type');
    const checked = await frontDoor.checkToken(request.headersDistinct['authorization'] ?? []);
    if (!checked.ok) return refuse(checked.status, checked.code);
    const body = await readBody(request);
    if (!body.ok) return refuse(body.status, body.status === 413 ? 'body-too-large' : 'body-malformed');
    const fits = frontDoor.checkActivity(checked.token, body.json);
    if (!fits.ok) return refuse(fits.status, fits.code);
    // The cast: it is an authenticated activity; what is in it is read by `readActivity`, field by field.
    return answerOf(await takeTurn(body.json as Activity));
  };
}

function answerOf(response: InvokeResponse | undefined) {
  if (!response) return { status: 200 };
  if (response.status >= 500) return fixedAnswer(response.status === 501 ? 501 : 500);
  return { status: response.status, body: response.body as unknown };
}
