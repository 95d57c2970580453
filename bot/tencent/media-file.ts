import type { MessengerApi } from './api.ts';
import { FileTooLarge } from './api.ts';
import { MessengerError } from './verdict.ts';

const NO_SUCH_FILE = 40007;

/** A file by the messenger's own mark, from the messenger's own host; undefined for what it has no more, and for what is too large to be kept. */
export async function mediaFile(api: MessengerApi, mark: string): Promise<Uint8Array | undefined> {
  try {
    return await api.file('/cgi-bin/media/get', { media_id: mark });
  } catch (error) {
    if (error instanceof FileTooLarge || (error instanceof MessengerError && error.errcode === NO_SUCH_FILE)) return undefined;
    throw error;
  }
}
