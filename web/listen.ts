import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebApp } from './app.ts';

const PATIENCE_MS = 5000;

/** A server that takes calls. */
export interface Listening {
  readonly port: number;
  /** As it is opened on this computer. */
  readonly url: string;
  /** Takes no more calls, lets those under way end for a few seconds, then cuts them off. */
  readonly stop: () => Promise<void>;
}

/** Starts taking calls; `port` 0 lets the system choose. Rejects when the port is taken. */
export async function listen({ app, close }: WebApp, { host, port, patienceMs = PATIENCE_MS }: { host: string; port: number; patienceMs?: number }): Promise<Listening> {
  const server = createServer(app).on('request', endWithItsAnswer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

  /** A connection whose last answer is given would else be kept open for the next call. */
  function endWithItsAnswer(_req: IncomingMessage, res: ServerResponse): void {
    res.on('close', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  }

  async function stop(): Promise<void> {
    close();
    const ended = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeIdleConnections();
    const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs);
    await ended;
    clearTimeout(cutOff);
  }

  const taken = portOf(server.address());
  return { port: taken, url: `http://localhost:${taken}`, stop };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
