import { sourceFor } from '../../domain/mechanism/mechanism.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Understand } from '../../understanding/understanding.ts';
import type { RegisterMatter } from '../intake/register-matter.ts';
import type { Senses } from '../intake/senses.ts';
import type { MediaStore } from '../ports/media.ts';
import { portOf } from './matter.ts';
import type { Hearing } from './matter.ts';
import { ownGrid, situationOf } from './situation-of.ts';
import type { ChatHandler, Reply, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface HearingVoices extends Senses {
  readonly media: Pick<MediaStore, 'get'>;
}

/** A voice said to the bot alone is what it says, where there is something that can hear it; the recording stays with it. */
export function withVoices({ transcribe, media }: HearingVoices, handler: ChatHandler): ChatHandler {
  if (transcribe === undefined) return handler;
  return async (utterance) => {
    if (utterance.room !== undefined || !utterance.kinds.includes('audio')) return handler(utterance);
    const kept = await Promise.all(utterance.media.map((id) => media.get(id)));
    const voices = kept.filter((one) => one !== undefined).filter(({ type }) => type.startsWith('audio/'));
    const heard = await Promise.all(voices.map(transcribe));
    const text = [utterance.text, ...heard].filter((part) => part !== undefined && part !== '').join('\n');
    return handler({ ...utterance, text });
  };
}

interface KeepingVoices extends Pick<Hearing, 'directory'> {
  readonly registerMatter: RegisterMatter;
  readonly understand: Understand;
  readonly mechanism: Mechanism;
  readonly speak: Speak;
}

/** A voice that nobody but a person can hear is registered as it is, for the grid worker to play; the resident is told so. */
export async function keepVoice({ registerMatter, understand, mechanism, speak, ...deps }: KeepingVoices, utterance: Utterance): Promise<readonly Reply[]> {
  const { id, actor, media, person } = utterance;
  const { matters: [nothing] } = understand('', situationOf(deps, utterance));
  const text = speak(person.language, 'part.voice-alone');
  const matter = { ...nothing, intent: 'complaint', summary: text, masked: text } as const;
  const { no } = await registerMatter({ actor, source: sourceFor(mechanism, portOf(utterance), 'private'), origin: id, place: placeNear(deps, utterance), text, media, matter, mayAsk: false, alone: true });
  return reply('chat.voice-kept', { no });
}

/** The speaker's own grid, so that its grid worker is the one who hears it. */
function placeNear({ directory }: Pick<Hearing, 'directory'>, utterance: Utterance): { readonly grid?: string | undefined } | undefined {
  const grid = ownGrid(directory(), utterance);
  return grid === undefined ? undefined : { grid };
}
