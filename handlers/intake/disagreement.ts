import type { Demand } from '../../domain/demand.ts';
import type { Language } from '../../locales/text.ts';
import { isTextKey } from '../../locales/text.ts';
import type { Describing } from '../showing/describe.ts';

type Naming = Pick<Describing, 'directory' | 'speak' | 'categoryName'>;

/** Where a language model took a matter for something else than the offline engine did, in words for the person who decides; undefined where both agree. */
export function disagreement(with_: Naming, { understood: { reasons } }: Pick<Demand, 'understood'>, language: Language): string | undefined {
  const { speak, categoryName } = with_;
  const views = (['class', 'urgency', 'place'] as const).flatMap((about) => {
    const named = (who: 'model' | 'offline'): string | undefined => {
      const id = seenBy(who, about, reasons);
      if (id === undefined) return undefined;
      return about === 'class' ? categoryName(id, language) : about === 'place' ? placeName(with_, id, language) : urgencyName(with_, id, language);
    };
    const [model, offline] = [named('model'), named('offline')];
    return model === undefined || offline === undefined ? [] : [speak(language, `part.view-${about}`, { model, offline })];
  });
  return views.length === 0 ? undefined : views.join(speak(language, 'part.view-join'));
}

function seenBy(who: string, about: string, reasons: readonly string[]): string | undefined {
  const lead = `${who}:${about}:`;
  return reasons.find((reason) => reason.startsWith(lead))?.slice(lead.length);
}

function urgencyName({ speak }: Naming, id: string, language: Language): string | undefined {
  const key = `part.urgency-${id}`;
  return isTextKey(key) ? speak(language, key) : undefined;
}

/** A place that the directory knows; what neither knew by name is only not sure. */
function placeName({ directory, speak }: Naming, id: string, language: Language): string {
  return directory.place(id)?.name ?? directory.grid(id)?.name ?? speak(language, 'part.place-not-sure');
}
