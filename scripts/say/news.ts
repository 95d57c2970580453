import { z } from 'zod';
import { SandboxMessage } from '../../web/schemas/sandbox.ts';
import type { Chat } from '../sandbox-http.ts';

/** A message that has just been said in a chat. */
export interface News {
  readonly chat: Chat;
  readonly message: SandboxMessage;
}

const Told = z.object({ person: z.string().optional(), room: z.string().optional(), item: SandboxMessage });

/** Everything that is said in the sandbox from now on; settles when it listens, ends when it is stopped or the program ends. */
export async function listen(url: string, heard: (news: News) => void): Promise<{ readonly stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const response = await fetch(`${url}/sandbox/stream`, { signal: stopping.signal });
  const reading = read(response, heard).catch(() => undefined);
  return {
    stop: async () => {
      stopping.abort();
      await reading;
    },
  };
}

async function read(response: Response, heard: (news: News) => void): Promise<void> {
  let text = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const frames = (text + part).split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) tell(frame, heard);
  }
}

function tell(frame: string, heard: (news: News) => void): void {
  const lines = frame.split('\n');
  const data = lines.find((line) => line.startsWith('data: '))?.slice('data: '.length);
  if (data === undefined || !lines.includes('event: message')) return;
  const { person, room, item } = Told.parse(JSON.parse(data));
  if (room !== undefined) heard({ chat: { room }, message: item });
  else if (person !== undefined) heard({ chat: { person }, message: item });
}
