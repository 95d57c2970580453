import type { Correction, CorrectionEvent } from '../../domain/correction.ts';
import type { Following } from './tellings.ts';
import { markTellings } from './tellings.ts';

/** The unit hears what it must put right and until when, and its head that it has been. */
export function correctionTellings(before: Correction | undefined, event: CorrectionEvent, after: Correction): readonly Following[] {
  const { id: no, unit, about, why, reason } = after;
  switch (event.type) {
    case 'opened':
      return [{ to: { unit, desk: 'front' }, said: { key: 'correction.opened', params: { no, about, why: { key: `correction.why-${why}` }, reason, due: after.clocks[0]?.due } } }];
    case 'corrected':
      return [{ to: { unit, desk: 'head' }, said: { key: 'correction.corrected', params: { no, about, words: event.data.words } } }];
    case 'reached':
      return markTellings(before?.clocks ?? [], event.data, { no, what: about });
  }
}
