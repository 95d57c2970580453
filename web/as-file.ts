import type { Answer } from './answer.ts';
import type { Described } from './endpoint.ts';

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

/** A file that somebody sent, as an endpoint describes it. */
export const FILE: Described = { type: '*/*' };

/** What a table is sent as, by its format. */
export const TABLE_TYPES = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** A table as an endpoint describes it. */
export const TABLE: Described = { type: Object.values(TABLE_TYPES).map((type) => type.replace(/;.*/, '')) };

/** A table to be kept by whoever asked for it. */
export function asDownload({ name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }): Answer {
  return {
    kind: 'written',
    write: (_req, res) => {
      res.set('content-type', type).set('content-disposition', `attachment; filename="${name}"`).set('cache-control', 'no-store').send(Buffer.from(bytes));
    },
  };
}
