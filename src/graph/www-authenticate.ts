/** One challenge of a `WWW-Authenticate` header; names of parameters in lower case. */
export type Challenge = { readonly scheme: string; readonly params: ReadonlyMap<string, string> };

const NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const parameter = new RegExp(`(${NAME})\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s",=][^\\s",]*))`, 'uy');
const schemeName = new RegExp(NAME, 'uy');
const token68 = /\s+[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/uy;
const LONGEST_HEADER = 16 * 1024;
const between = /[\s,]+/uy;

/**
 * Reads a header as RFC 9110 § 11.6.1 writes it: several challenges after one another, quoted texts with commas and
 * escapes, parameters in any order, base64 padding. What cannot be read ends the list.
 */
export function readChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; params: Map<string, string> }[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(header) ?? undefined;
    at = match ? pattern.lastIndex : at;
    return match;
  };
  take(between);
  while (at < header.length) {
    const current = challenges.at(-1);
    const found = current && take(parameter);
    if (found) {
      const [, name = '', quoted, plain = ''] = found;
      const key = name.toLowerCase();
      const value = quoted?.replaceAll(/\\(.)/gu, '$1') ?? plain;
      // Of two parameters of one name the first counts.
      if (!current.params.has(key)) current.params.set(key, value);
    } else {
      const scheme = take(schemeName)?.[0];
      if (scheme === undefined) break;
      challenges.push({ scheme, params: new Map() });
      take(token68);
    }
    take(between);
  }
  return challenges;
}

/**
 * A real claims challenge (CAE): the JSON text to hand to the next sign-in. `asked` without `claims` when the
 * claims cannot be read. learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaimsChallenge(header: string | undefined): {
  readonly asked: boolean;
  readonly claims?: string;
} {
  // A part of a batch may carry a "header" of any length.
  const challenge = readChallenges((header ?? '').slice(0, LONGEST_HEADER)).find(
    ({ params }) => params.get('error') === 'insufficient_claims',
  );
  if (!challenge) return { asked: false };
  const claims = decodeClaims(challenge.params.get('claims') ?? '');
  return { asked: true, ...(claims !== undefined && { claims }) };
}

function decodeClaims(encoded: string): string | undefined {
  // Buffer takes both alphabets of base64, with and without padding.
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? text : undefined;
  } catch {
    return undefined; // claims that nobody can read are as good as none
  }
}
