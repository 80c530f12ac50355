import { foldText } from './normalise';

/** The forms of a name to look up, in this order. Show the resolved name whenever it was not `asTyped` that was found. */
export interface LookupForms {
  readonly asTyped: string;
  /** Look-alike Cyrillic and Greek letters as Latin; undefined if there were none. "РС-0231" is everyday in Russian offices. */
  readonly latin: string | undefined;
  /** `ws-017` of `ws-017.ad.contoso.com`; undefined if the name is no domain name. */
  readonly hostLabel: string | undefined;
}

const LOOKALIKES = 'АВЕКМНОРСТУХаеорсухіѕјІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN = 'ABEKMHOPCTYXaeopcyxisjIJSABEZHIKMNOPTYX';

/** What to look for, from a query. Never the reverse fold: a wholly Cyrillic КАССА-2 must be found as it is, first. */
export function lookupForms(query: string): LookupForms {
  const asTyped = foldText(query);
  const folded = Array.from(asTyped, (character) => LATIN[LOOKALIKES.indexOf(character)] ?? character).join(
    '',
  );
  const label = /^([^.\s@]{1,63})\.[^\s@]{2,}$/u.exec(asTyped)?.[1];
  return { asTyped, latin: folded === asTyped ? undefined : folded, hostLabel: label };
}
