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

/** `POST /api/messages`: headers, then the token, then the body, then whether the two belong together. */
export function messagesRoute({ frontDoor, takeTurn, log }: MessagesParts): Handler {
  const refuse = ({ status, code }: Refused) => {
    log.warn('refused at the front door', { status, code });
    return refuseUnread(status);
  };
  return async (request) => {
    const unfit = refuseHeaders(request);
    if (unfit) return refuseUnread(unfit);
    const checked = await frontDoor.checkToken(request.headersDistinct['authorization'] ?? []);
    if (!checked.ok) return refuse(checked);
    const body = await readBody(request);
    if (!body.ok) return refuseUnread(body.status);
    const fits = frontDoor.checkActivity(checked.token, body.json);
    if (!fits.ok) return refuse(fits);
    // The cast: it is an authenticated activity; what is in it is read by `readActivity`, field by field.
    return answerOf(await takeTurn(body.json as Activity));
  };
}

function answerOf(response: InvokeResponse | undefined) {
  if (!response) return { status: 200 };
  if (response.status >= 500) return fixedAnswer(response.status === 501 ? 501 : 500);
  return { status: response.status, body: response.body as unknown };
}
