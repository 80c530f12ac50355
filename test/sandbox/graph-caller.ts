import type { Sandbox } from '../../src/sandbox/sandbox';

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Calls the sandbox's Graph as a person, with the permissions that the tenant has granted. */
export function graphAs(sandbox: Sandbox, key: string) {
  const call = async (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) => {
    const person = sandbox.tenant.person(key);
    const token = await sandbox.login.tokens.graphToken(person, sandbox.tenant.grantedScopes);
    const response = await fetch(path.startsWith('http') ? path : `${sandbox.addresses.graph}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answered = JSON.parse((await response.text()) || '{}') as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body: answered } satisfies GraphAnswer;
  };
  return {
    call,
    get: (path: string, headers?: Record<string, string>) => call('GET', path, headers),
    post: (path: string) => call('POST', path),
  };
}

export function rows({ body }: GraphAnswer): Record<string, unknown>[] {
  return body['value'] as Record<string, unknown>[];
}

/** The error's code and what its message decodes to, however deeply it is nested. */
export function errorOf({ body }: GraphAnswer): { code: string; message: string } {
  const error = body['error'] as { code: string; message: string };
  return { code: error.code, message: innermost(error.message) };
}

function innermost(message: string): string {
  if (!message.startsWith('{')) return message;
  return innermost((JSON.parse(message) as { Message: string }).Message);
}
