import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** One call that a source got. */
export interface CallHeard {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly raw: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether it was signed with the secret, over exactly these bytes. */
  readonly signed: boolean;
}

/** Another system that is told results: it answers with the status it was set to. */
export interface SourceServer {
  readonly url: string;
  readonly heard: CallHeard[];
  answers: (status: number, headers?: Readonly<Record<string, string>>) => void;
  readonly stop: () => Promise<void>;
  /** Listens again where it did. */
  readonly start: () => Promise<void>;
}

/** Starts a source's system on this computer. */
export async function aSourceServer(secret: string): Promise<SourceServer> {
  const heard: CallHeard[] = [];
  let status = 204;
  let extra: Readonly<Record<string, string>> = {};
  let port = 0;
  const make = () =>
    createServer((req, res) => {
      const parts: Buffer[] = [];
      req.on('data', (part: Buffer) => void parts.push(part));
      req.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const id = String(req.headers['webhook-id']);
        const expected = `v1,${createHmac('sha256', secret).update(`${id}.${String(req.headers['webhook-timestamp'])}.${raw}`).digest('base64')}`;
        heard.push({ id, raw, headers: req.headers, body: z.record(z.string(), z.unknown()).parse(JSON.parse(raw)), signed: req.headers['webhook-signature'] === expected });
        res.writeHead(status, extra).end();
      });
    });
  let server = make();
  const start = async () => {
    server = make();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}/results`,
    heard,
    answers: (next, headers = {}) => {
      status = next;
      extra = headers;
    },
    start,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
