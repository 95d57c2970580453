import exifr from 'exifr';
import { z } from 'zod';
import type { Spot } from '../handlers/channel.ts';

/**
 * A picture or film without what its camera wrote into it (place, time, device, a thumbnail of what was cut away), but for which side is up.
 * Kinds that carry nothing of this come back as they are; undefined when the file is broken.
 */
export async function withoutTraces(bytes: Uint8Array, extension: string): Promise<Uint8Array | undefined> {
  const file = Buffer.from(bytes);
  switch (extension) {
    case 'jpg':
      return bareJpeg(file, await exifr.orientation(file).catch(() => undefined));
    case 'png':
      return barePng(file);
    case 'webp':
      return bareWebp(file);
    case 'mp4':
    case 'm4a':
      return bareFilm(file);
    default:
      return bytes;
  }
}

/** Where a picture's camera says that it was taken (WGS 84); undefined when it says nothing that can be so. */
export async function spotOf(bytes: Uint8Array, extension: string): Promise<Spot | undefined> {
  if (extension !== 'jpg') return undefined;
  const said = await exifr.gps(Buffer.from(bytes)).catch(() => undefined);
  const spot = Point.safeParse(said);
  return spot.success ? spot.data : undefined;
}

/** Nought and nought is what cameras write that know nothing. */
const Point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).refine(({ latitude, longitude }) => latitude !== 0 || longitude !== 0);

const START_OF_SCAN = 0xda;
const END = 0xd9;
/** Of what applications add, only the colour profile and what a decoder needs stay. */
const DROPPED = new Set([0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef, 0xfe]);

function bareJpeg(file: Buffer, orientation: number | undefined): Buffer | undefined {
  const parts = [file.subarray(0, 2), ...(orientation === undefined || orientation === 1 ? [] : [onlyOrientation(orientation)])];
  let at = 2;
  while (at + 4 <= file.length) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) return undefined;
    if (marker === START_OF_SCAN) return Buffer.concat([...parts, untilEnd(file, at)]);
    const next = at + 2 + file.readUInt16BE(at + 2);
    if (!DROPPED.has(marker) && !(marker === 0xe2 && !isProfile(file, at))) parts.push(file.subarray(at, next));
    at = next;
  }
  return undefined;
}

function isProfile(file: Buffer, at: number): boolean {
  return file.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
}

/** The picture itself; what some cameras put behind its end is left. */
function untilEnd(file: Buffer, from: number): Buffer {
  for (let at = file.indexOf(0xff, from + 2); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    if (file[at + 1] === END) return file.subarray(from, at + 2);
  }
  return file.subarray(from);
}

/** An Exif segment that says nothing but which side is up. */
function onlyOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0x00, 2 + 6 + tiff.length]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

const PNG_HEAD = 8;
const PNG_DROPPED = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function barePng(file: Buffer): Buffer | undefined {
  const parts = [file.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= file.length; ) {
    const kind = file.toString('latin1', at + 4, at + 8);
    const next = at + 12 + file.readUInt32BE(at);
    if (!PNG_DROPPED.has(kind)) parts.push(file.subarray(at, next));
    if (kind === 'IEND') return Buffer.concat(parts);
    at = next;
  }
  return undefined;
}

const WEBP_HEAD = 12;
const WEBP_TRACES = 0x0c;

function bareWebp(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = WEBP_HEAD; at + 8 <= file.length; ) {
    const kind = file.toString('latin1', at, at + 4);
    const next = at + 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) % 2);
    const chunk = Buffer.from(file.subarray(at, next));
    if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_TRACES;
    if (kind !== 'EXIF' && kind !== 'XMP ') parts.push(chunk);
    at = next;
  }
  const head = Buffer.from(file.subarray(0, WEBP_HEAD));
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

const FILM_HOLDS = new Set(['moov', 'trak']);
const FILM_TRACES = new Set(['udta', 'meta', 'uuid']);

/** What tells of place and device is emptied where it stands, so that nothing that points into the film moves. */
function bareFilm(file: Buffer): Buffer {
  const bare = Buffer.from(file);
  emptyTraces(bare, 0, bare.length);
  return bare;
}

function emptyTraces(film: Buffer, from: number, to: number): void {
  for (let at = from; at + 8 <= to; ) {
    const size = film.readUInt32BE(at);
    const kind = film.toString('latin1', at + 4, at + 8);
    const next = size < 8 ? to : Math.min(to, at + size);
    if (FILM_HOLDS.has(kind)) emptyTraces(film, at + 8, next);
    if (FILM_TRACES.has(kind)) film.fill(0, at + 8, next).write('free', at + 4, 'latin1');
    at = next;
  }
}
