import { createHash } from 'node:crypto';
import type { HelpRequest } from '../request/help-request';

/**
 * Which version of its card a request has now: another one after everything that the card shows differently. A look
 * that found nothing changes no card, so it makes no version.
 */
export function cardVersion(request: HelpRequest): string {
  const shown = { ...request, looks: 0, lookAt: 0 };
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}
