const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** A comment may stand after the end. */
const LONGEST_COMMENT = 0xffff;

/** To how many bytes the files of a zip archive unpack, as its own list of them says; 0 for what is no archive. */
export function unpackedSize(bytes: Buffer): number {
  const end = endOf(bytes);
  if (end === undefined) return 0;
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && at + ENTRY_BYTES <= end && bytes.readUInt32LE(at) === ENTRY; left--) {
    size += bytes.readUInt32LE(at + 24);
    at += ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
}

/** Where the list's end is told, looked for from the end of the file. */
function endOf(bytes: Buffer): number | undefined {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) if (bytes.readUInt32LE(at) === END) return at;
  return undefined;
}
