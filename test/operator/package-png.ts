import { inflateSync } from 'node:zlib';

export type Pixel = { readonly rgb: string; readonly alpha: number };
export type Picture = { readonly width: number; readonly height: number; readonly pixels: readonly Pixel[] };

/** Reads a PNG file of 8 bits a channel, with or without alpha, not interlaced: what our icons are. */
export function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[file.readUInt8(25)];
  if (file.readUInt8(24) !== 8 || channels === undefined || file.readUInt8(28) !== 0)
    throw new Error('This kind of PNG file is not read here.');
  const bytes = unfilter(inflateSync(Buffer.concat(dataOf(file))), width * channels, channels);
  const pixels = Array.from({ length: width * height }, (_, nth): Pixel => {
    const pixel = bytes.subarray(nth * channels, (nth + 1) * channels);
    return { rgb: `#${pixel.toString('hex', 0, 3)}`, alpha: pixel[3] ?? 255 };
  });
  return { width, height, pixels };
}

function dataOf(file: Buffer): readonly Buffer[] {
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return data;
}

/** Each line begins with the name of its filter; a filter adds what its neighbours were. */
function unfilter(raw: Buffer, width: number, step: number): Buffer {
  const height = raw.length / (width + 1);
  const out = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const left = x < step ? 0 : (out[at - 1 * step] ?? 0);
      const up = y === 0 ? 0 : (out[at - width] ?? 0);
      const corner = x < step || y === 0 ? 0 : (out[at - width - step] ?? 0);
      const [filter = 0, value = 0] = [raw[y * (width + 1)], raw[y * (width + 1) + 1 + x]];
      out[at] = value + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0);
    }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
