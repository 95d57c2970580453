import express, { type Express, type Request, type Response } from 'express';
import type { Callback, CallbackAnswer } from '../../handlers/channel.ts';

const LARGEST = '64kb';

/** Where messengers call: the channel itself checks who calls, so no token is asked for. What is too large is refused before it is read. */
export function mountCallbacks(app: Express, callbacks: readonly Callback[]): void {
  for (const callback of callbacks) {
    app.get(callback.path, (req, res) => send(res, callback.prove(req.query)));
    app.post(callback.path, express.text({ limit: LARGEST, type: () => true }), async (req, res) => send(res, await callback.take(req.query, bodyOf(req))));
  }
}

function bodyOf({ body }: Request<unknown, unknown, unknown>): string {
  return typeof body === 'string' ? body : '';
}

function send(res: Response, { status, text, type = 'text/plain' }: CallbackAnswer): void {
  res.status(status).set('cache-control', 'no-store').type(type).send(text);
}
