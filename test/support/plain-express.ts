import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { z } from 'zod';

const Called = z.object({ FromUserName: z.string().min(1).max(128), CreateTime: z.number().int(), MsgType: z.literal('text'), MsgId: z.string().max(64), Content: z.string().max(4000) });

/** A program of its own that reads a message, checks its shape, and forgets it: what everything else is measured against. It prints its address. */
const app = express();
app.post('/callbacks', express.json(), (req, res) => {
  const called = Called.safeParse(req.body);
  res.status(called.success ? 200 : 400).type('text/plain').send(called.success ? 'success' : '');
});
const server = createServer(app).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}/callbacks\n`);
});
