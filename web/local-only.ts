import type { Request, RequestHandler, Response } from 'express';

const LOOPBACK = /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/;
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets only this computer in: by the address it comes from, and by the name it calls us, so that no web site can make a visitor's
 * browser speak for it.
 */
export function localOnly(refuse: (req: Request, res: Response) => void): RequestHandler {
  return (req, res, next) => {
    if (isLocal(req)) next();
    else refuse(req, res);
  };
}

function isLocal(req: Request): boolean {
  const origin = req.get('origin');
  return LOOPBACK.test(req.socket.remoteAddress ?? '') && isLocalName(`http://${req.get('host') ?? ''}`) && (origin === undefined || isLocalName(origin));
}

function isLocalName(address: string): boolean {
  return URL.canParse(address) && LOCAL_NAMES.has(new URL(address).hostname);
}
