import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the messenger and we both know; `receiver` is the corp id or the app id that a message must be for. */
export interface CallbackKeys {
  readonly token: string;
  /** 43 letters: an AES key in Base64 without its last sign. */
  readonly aesKey: string;
  readonly receiver: string;
}

/** Signs, checks, opens and closes what is exchanged with the messenger. */
export interface CallbackCrypto {
  /** Compared in constant time. */
  readonly isSigned: (signature: string, parts: { readonly timestamp: string; readonly nonce: string; readonly encrypted: string }) => boolean;
  /** The words inside; undefined when they were not closed with our key, or are for somebody else. */
  readonly open: (encrypted: string) => string | undefined;
  readonly close: (words: string) => string;
  readonly sign: (parts: { readonly timestamp: string; readonly nonce: string; readonly encrypted: string }) => string;
}

const BLOCK = 32;
const HEAD = 20;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Makes the messenger's own scheme: SHA-1 over the sorted parts, AES-256-CBC padded to 32 bytes. Throws when the key is no key. */
export function createCallbackCrypto({ token, aesKey, receiver }: CallbackKeys): CallbackCrypto {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  if (key.length !== 32) throw new Error('The AES key of the callback must have 43 letters');
  const iv = key.subarray(0, 16);
  const own = digest(receiver);

  const sign: CallbackCrypto['sign'] = ({ timestamp, nonce, encrypted }) => createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex');

  return {
    sign,
    isSigned: (signature, parts) => timingSafeEqual(digest(signature), digest(sign(parts))),
    open: (encrypted) => {
      const plain = decrypted(encrypted, key, iv);
      if (plain === undefined || plain.length < HEAD) return undefined;
      const end = HEAD + plain.readUInt32BE(16);
      if (end > plain.length) return undefined;
      const isOurs = timingSafeEqual(digest(plain.subarray(end)), own);
      return isOurs ? plain.toString('utf8', HEAD, end) : undefined;
    },
    close: (words) => {
      const said = Buffer.from(words);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(said.length);
      const plain = Buffer.concat([randomBytes(16), length, said, Buffer.from(receiver)]);
      const missing = BLOCK - (plain.length % BLOCK);
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])), cipher.final()]).toString('base64');
    },
  };
}

/** Equal lengths, whatever is compared. */
function digest(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}

function decrypted(encrypted: string, key: Buffer, iv: Buffer): Buffer | undefined {
  const closed = BASE64.test(encrypted) ? Buffer.from(encrypted, 'base64') : Buffer.alloc(0);
  if (closed.length === 0 || closed.length % 16 !== 0) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(closed), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  return padding < 1 || padding > BLOCK ? undefined : padded.subarray(0, padded.length - padding);
}
