import type { Demand } from '../../domain/demand.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';

/** The dangers that have advice of their own, whoever may be about to die by their own hand before all else. */
const ADVISED = ['self-harm', 'gas', 'fire', 'live-wire', 'flood', 'violence', 'poison', 'medical', 'trapped', 'screams'] as const;

/** What somebody in danger is to do now, in a sentence or two. */
export function whatToDoNow(speak: Speak, { understood: { reasons } }: Pick<Demand, 'understood'>, language: Language): string {
  const known = ADVISED.find((danger) => reasons.includes(`urgency:danger:${danger}`));
  return speak(language, known === undefined ? 'part.now' : `part.now-${known}`);
}
