import type { Answer } from './answer.ts';

/** A file that somebody sent: a picture is shown, anything else is only saved, and neither can run anything. */
export function asFile({ bytes, type }: { readonly bytes: Uint8Array; readonly type: string }): Answer {
  const headers = {
    'content-type': type,
    'content-disposition': type.startsWith('image/') ? 'inline' : 'attachment',
    'cache-control': 'private, max-age=3600',
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { kind: 'written', write: (_req, res) => void res.set(headers).send(Buffer.from(bytes)) };
}

/** A table to be kept by whoever asked for it. */
export function asDownload({ name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }): Answer {
  return {
    kind: 'written',
    write: (_req, res) => {
      res.set('content-type', type).set('content-disposition', `attachment; filename="${name}"`).set('cache-control', 'no-store').send(Buffer.from(bytes));
    },
  };
}
