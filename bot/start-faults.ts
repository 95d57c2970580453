import { resolve } from 'node:path';
import { z } from 'zod';
import type { Params, TextKey } from '../locales/text.ts';
import type { Config } from './config.ts';

/** A sentence that tells why the program did not start, and what is filled in. */
export interface StartFault {
  readonly key: TextKey;
  readonly params: Params;
}

type Settings = Pick<Config, 'HOST' | 'PORT' | 'DATA_DIR' | 'WECHATY_PUPPET'>;

const Coded = z.looseObject({ code: z.string(), message: z.string().catch(''), syscall: z.string().optional(), path: z.string().optional(), folder: z.string().optional(), pid: z.number().optional(), file: z.string().optional(), byte: z.number().optional(), from: z.string().optional() });
type Coded = z.infer<typeof Coded>;

/** Why the program did not start, for what can be put right by whoever started it; undefined for anything else, and for errors that say so themselves. */
export function startFault(error: unknown, settings: Settings): StartFault | undefined {
  const coded = Coded.safeParse(error).data;
  if (coded === undefined) return undefined;
  return ofListening(coded, settings) ?? ofStoring(coded, settings) ?? ofChannel(coded, settings);
}

function ofListening({ code, syscall }: Coded, { HOST, PORT }: Settings): StartFault | undefined {
  if (code === 'EADDRINUSE') return { key: 'start.port-taken', params: { port: String(PORT) } };
  if (code === 'EACCES' && syscall === 'listen') return { key: 'start.port-forbidden', params: { port: String(PORT) } };
  return code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && syscall === 'getaddrinfo') ? { key: 'start.no-such-host', params: { host: HOST } } : undefined;
}

function ofStoring({ code, message, path, folder, pid, file, byte, from }: Coded, { DATA_DIR }: Settings): StartFault | undefined {
  switch (code) {
    case 'store-unreachable':
      return { key: 'start.no-database', params: { detail: message } };
    case 'data-dir-busy':
      return { key: 'start.data-folder-busy', params: { folder, pid: String(pid) } };
    case 'data-file-damaged':
      return { key: 'start.data-file-damaged', params: { file, byte: String(byte) } };
    case 'bad-data-key':
      return { key: 'start.bad-data-key', params: { from } };
    case 'wrong-data-key':
      return { key: 'start.wrong-data-key', params: {} };
    default:
      return path?.startsWith(resolve(DATA_DIR)) === true ? { key: 'start.data-folder', params: { folder: resolve(DATA_DIR), detail: code } } : undefined;
  }
}

/** A puppet is a package of its own, which whoever chooses it installs. */
function ofChannel({ code, message }: Coded, { WECHATY_PUPPET }: Settings): StartFault | undefined {
  return code.endsWith('MODULE_NOT_FOUND') && message.includes(`'${WECHATY_PUPPET}'`) ? { key: 'start.no-puppet', params: { name: WECHATY_PUPPET } } : undefined;
}
