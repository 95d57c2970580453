interface Photo {
  readonly latitude: number;
  readonly longitude: number;
  readonly orientation?: number | undefined;
  readonly comment?: string | undefined;
  /** Put behind the end of the picture, as some cameras do. */
  readonly behind?: string | undefined;
}

/** A photograph of hardly anything that says where it was taken and which side is up. */
export function aJpeg({ latitude, longitude, orientation = 1, comment = '', behind = '' }: Photo): Buffer {
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(latitude, longitude, orientation)]));
  const note = segment(0xfe, Buffer.from(comment, 'latin1'));
  const scan = Buffer.from([0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, note, segment(0xdb, Buffer.alloc(65, 1)), scan, Buffer.from(behind, 'latin1')]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function tiff(latitude: number, longitude: number, orientation: number): Buffer {
  const bytes = Buffer.alloc(146);
  bytes.write('MM\0*', 0, 'latin1');
  bytes.writeUInt32BE(8, 4);
  bytes.writeUInt16BE(2, 8);
  entry(bytes, 10, 0x0112, 3, 1, orientation * 0x10000);
  entry(bytes, 22, 0x8825, 4, 1, 38);
  bytes.writeUInt16BE(4, 38);
  entry(bytes, 40, 1, 2, 2, 0x4e000000);
  entry(bytes, 52, 2, 5, 3, 98);
  entry(bytes, 64, 3, 2, 2, 0x45000000);
  entry(bytes, 76, 4, 5, 3, 122);
  degrees(bytes, 98, latitude);
  degrees(bytes, 122, longitude);
  return bytes;
}

function entry(bytes: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  bytes.writeUInt16BE(tag, at);
  bytes.writeUInt16BE(type, at + 2);
  bytes.writeUInt32BE(count, at + 4);
  bytes.writeUInt32BE(value, at + 8);
}

function degrees(bytes: Buffer, at: number, value: number): void {
  const parts = [Math.floor(value), Math.round((value % 1) * 60), 0];
  for (const [nth, part] of parts.entries()) {
    bytes.writeUInt32BE(part, at + nth * 8);
    bytes.writeUInt32BE(1, at + nth * 8 + 4);
  }
}

/** A picture with a comment; its sums are not right, which nobody here reckons. */
export function aPng(comment: string): Buffer {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1')), chunk('IDAT', Buffer.alloc(12, 7)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length, 0);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, content, Buffer.alloc(4)]);
}

/** A picture of the newer kind, with a comment. */
export function aWebp(comment: string): Buffer {
  const parts = [riff('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])), riff('VP8 ', Buffer.alloc(20, 3)), riff('EXIF', Buffer.from(comment, 'latin1'))];
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function riff(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
