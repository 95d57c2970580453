import { randomUUID, timingSafeEqual } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { failed, json, outcome } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { readSent } from '../endpoint.ts';
import { languageOf } from '../language.ts';
import type { Answering } from '../mount.ts';
import { problem } from '../problem.ts';
import { IntakeBody } from '../schemas/intake.ts';
import type { SignedIntake } from '../signed-intake.ts';
import { webhookSignature } from '../webhook-signature.ts';

const LARGEST = '256kb';
const WINDOW_S = 300;
const Signed = z.object({ body: IntakeBody });
const Headers = z.object({ id: z.string().regex(/^[\w.:-]{1,100}$/), timestamp: z.string().regex(/^\d{9,11}$/), signature: z.string().max(500) });

/**
 * Matters that a source signs instead of showing a token: HMAC-SHA-256 over id, time and the raw body, not older than 300 seconds, each id once.
 * Without a signature the call goes on to where a token is asked for.
 */
export function mountSignedIntake(app: Express, deps: WebDeps, answering: Answering): void {
  const { signedIntake } = deps;
  if (signedIntake === undefined) return;
  const refuse = (req: Request, res: Response) => answering.send(req, res, failed(problem('unauthenticated')));
  app.post('/api/intake', (req, _res, next) => next(req.get('webhook-signature') === undefined ? 'route' : undefined), express.text({ limit: LARGEST, type: () => true }), async (req, res) => {
    const raw = rawOf(req);
    const sent = headersOf(req);
    const read = readSent(Signed, { body: jsonIn(raw) });
    const source = sourceIn(raw);
    if (sent === undefined || source === undefined || !isSigned(signedIntake, source, sent, raw) || (await signedIntake.isUsed(source, sent.id))) { refuse(req, res); return; }
    if (!read.success) { answering.send(req, res, failed(answering.fault(read.error, languageOf(req, deps.language)))); return; }

    const registered = await deps.intake.register(read.data.body, { kind: 'admin' });
    if (registered.ok) await signedIntake.use(source, sent.id);
    answering.send(req, res, await outcome(registered, ({ id, created }) => json({ id }, created ? 201 : 200)));
  });
}

type Sent = z.infer<typeof Headers>;

function headersOf(req: Request): Sent | undefined {
  return Headers.safeParse({ id: req.get('webhook-id'), timestamp: req.get('webhook-timestamp'), signature: req.get('webhook-signature') }).data;
}

/** Any of several signatures may be ours: a source may be changing its secret. */
function isSigned({ secretOf, now }: SignedIntake, source: string, { id, timestamp, signature }: Sent, raw: string): boolean {
  const secret = secretOf(source) ?? randomUUID();
  const expected = webhookSignature(secret, { id, timestamp, raw });
  const given = signature.split(' ').map((one) => Buffer.from(one.replace(/^v1,/, ''), 'base64'));
  const isOurs = given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  return isOurs && Math.abs(now().getTime() / 1000 - Number(timestamp)) <= WINDOW_S;
}

function rawOf({ body }: Request<unknown, unknown, unknown>): string {
  return typeof body === 'string' ? body : '';
}

function jsonIn(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function sourceIn(raw: string): string | undefined {
  return z.object({ source: z.string() }).safeParse(jsonIn(raw)).data?.source;
}
