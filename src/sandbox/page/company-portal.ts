import type { Sandbox } from '../sandbox';
import type { Device } from '../tenant/device';
import type { Person } from '../tenant/person';

/** What Company Portal shows on one of a person's devices while somebody may be let in. */
export interface PortalPrompt {
  /** Another request for the same device is another prompt. */
  readonly id: string;
  readonly device: string;
  readonly technician: string;
}

/** The prompts on the devices of a person: one for each session that Intune has made. */
export function promptsFor(sandbox: Sandbox, person: Person): PortalPrompt[] {
  return sandbox.tenant.devices.flatMap((device) => {
    const technician = device.accepted.at(-1);
    const isMine = device.facts.userPrincipalName === person.upn;
    if (!isMine || technician === undefined || !hasNewLink(device)) return [];
    return [
      {
        id: `${device.id} ${device.accepted.length}`,
        device: device.name,
        technician: sandbox.tenant.person(technician).name,
      },
    ];
  });
}

function hasNewLink(device: Device): boolean {
  const link = device.sessionFacts('')['remoteAssistanceSessionUrl'];
  return typeof link === 'string' && link !== device.behaviour.oldLink;
}
