import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import type { WebDeps } from '../deps.ts';
import { languageOf } from '../language.ts';
import { localOnly } from '../local-only.ts';

/** The built pages: their assets have their content in their names, so they never change; the pages themselves are asked for anew. */
export function mountPages(router: Router, deps: WebDeps, notLocal: Parameters<typeof localOnly>[0]): void {
  const { pages, sandbox } = deps;
  router.use('/assets', express.static(join(pages, 'assets'), { immutable: true, maxAge: '365d', index: false, redirect: false }));
  router.get('/', sandbox === undefined ? frontPage(deps) : (_req, res) => res.redirect('/sandbox'));
  router.get(['/console', '/console/*view'], page(join(pages, 'console')));
  router.get('/r/:token', page(join(pages, 'matter')));
  if (sandbox !== undefined) router.get('/sandbox', localOnly(notLocal), page(join(pages, 'sandbox')));
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
