/** A secret by the kind that it is of, for the report; the secret itself is printed nowhere. */
export type Canary = { readonly kind: string; readonly text: string; readonly mayBeIn?: readonly string[] };

/** The letters of base64 that say the text whatever stands before it: once a position, without what neighbours colour. */
function inBase64(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const whole = Buffer.from(`${' '.repeat(offset)}${text}`)
      .toString('base64')
      .replaceAll('=', '');
    return whole.slice(offset === 0 ? 0 : offset + 1, -2);
  });
}

/** The forms in which a text may be written down. */
function formsOf(text: string): string[] {
  const encoded = inBase64(text);
  const urlSafe = encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [
    ...new Set([text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), ...encoded, ...urlSafe]),
  ];
}

/** Kinds of canaries that are found in a text, in whatever form. */
export function findCanaries(canaries: readonly Canary[], text: string): string[] {
  return canaries
    .filter((canary) => formsOf(canary.text).some((form) => text.includes(form)))
    .map(({ kind }) => kind);
}
