/**
 * The text of an answer from outside, up to `most` bytes, counted after unpacking.
 * @throws {RangeError} when there is more; the connection is given up then.
 */
export async function readBounded(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop by an error cancels the stream and with it the connection. The cast: the stream of a
  // response holds bytes, which Node's type does not say.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new RangeError('The answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
