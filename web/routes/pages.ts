import { join } from 'node:path';
import express, { type RequestHandler, type Response, type Router } from 'express';
import type { WebDeps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { localOnly } from '../local-only.ts';

/** The built pages: their assets have their content in their names, so they never change; the pages themselves are asked for anew. */
export function mountPages(router: Router, deps: WebDeps, notLocal: Parameters<typeof localOnly>[0]): void {
  const { pages, sandbox } = deps;
  router.use('/assets', compressed(join(pages, 'assets')), express.static(join(pages, 'assets'), UNCHANGING));
  router.get('/', sandbox === undefined ? frontPage(deps) : (_req, res) => res.redirect('/sandbox'));
  router.get(['/console', '/console/*view'], page(join(pages, 'console')));
  router.get('/r/:token', page(join(pages, 'matter')));
  if (sandbox !== undefined) router.get('/sandbox', localOnly(notLocal), page(join(pages, 'sandbox')));
}

const UNCHANGING = { immutable: true, maxAge: '365d', index: false, redirect: false } as const;
const COMPRESSED = /^\/[\w.-]+\.(js|css)$/;

/** Gives the compressed file beside an asset to whoever takes it; else the next one gives it as it is. */
function compressed(folder: string): RequestHandler {
  const packed = express.static(folder, { ...UNCHANGING, setHeaders: asPacked });
  return (req, res, next) => {
    res.vary('Accept-Encoding');
    const plain = req.url;
    if (!COMPRESSED.test(req.path) || req.acceptsEncodings('gzip') !== 'gzip') {
      next();
      return;
    }
    req.url = `${req.path}.gz`;
    packed(req, res, (error?: unknown) => {
      req.url = plain;
      next(error);
    });
  };
}

function asPacked(res: Pick<Response, 'setHeader'>, path: string): void {
  res.setHeader('content-encoding', 'gzip');
  res.setHeader('content-type', path.endsWith('.css.gz') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8');
}

function page(folder: string): RequestHandler {
  return (_req, res, next) => {
    res.sendFile('index.html', { root: folder, cacheControl: false, headers: { 'cache-control': 'no-cache' } }, (error?: Error | null) => {
      if (error == null || res.headersSent) return;
      if ('code' in error && error.code === 'ENOENT') next();
      else next(error);
    });
  };
}

/** For whoever opens the address of a program without a page of its own. */
function frontPage({ say, language }: Pick<WebDeps, 'say' | 'language'>): RequestHandler {
  return (req, res) => {
    const spoken = languageOf(req, language);
    const [title, running, api] = (['http.front.title', 'http.front.running', 'http.front.api'] as const).map((key) => say(key, {}, spoken));
    res.vary('Accept-Language').type('html').send(
      `<!doctype html><html lang="${spoken}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
        `<h1>${title}</h1><p>${running}</p><p><a href="/openapi.json">${api}</a></p></html>`,
    );
  };
}
