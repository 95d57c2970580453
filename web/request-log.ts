import type { RequestHandler } from 'express';
import type { WebDeps } from './deps.ts';
import { loggedPath } from './logged-path.ts';
import { requestId } from './mount.ts';

/** Logs every answer by its request number, without what was asked for in the query, and without secrets. */
export function requestLog({ log }: Pick<WebDeps, 'log'>): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    const path = loggedPath(req.path);
    res.on('close', () => {
      const facts = { requestId: requestId(res), method: req.method, path, status: res.statusCode, ms: Math.round(performance.now() - began) };
      if (path.startsWith('/api/')) log.info(facts, 'answered');
      else log.debug(facts, 'answered');
    });
    next();
  };
}
