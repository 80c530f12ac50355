import { KeysUnavailable, signingKeys, type SigningKey } from '../../auth/signing-keys';
import type { Configured } from './check';

export const REACH = 'Let this machine reach it over https: look at DNS, firewall and proxy.';

type Address = { readonly jwksUrl: string } | { readonly openIdMetadataUrl: string };

/** A key by the bot's own rules: `key` is undefined when no key has that id; undefined when none can be read. */
export async function readKey(
  { fetch, clock, patience: timeout }: Configured,
  where: Address,
  kid: string,
): Promise<{ readonly key: SigningKey | undefined } | undefined> {
  try {
    return { key: await signingKeys({ ...where, fetch, clock, timeout }).find(kid) };
  } catch (error) {
    if (error instanceof KeysUnavailable) return undefined;
    throw error;
  }
}
