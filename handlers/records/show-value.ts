import type { RecordField } from '../../domain/mechanism/records.ts';
import type { Language } from '../../locales/text.ts';
import type { Said } from '../chat/utterance.ts';

/** A kept value as people read it. */
export function shownValue({ type, choices }: RecordField, value: string, language: Language): string {
  if (type !== 'choice') return value;
  return choices.find(({ id }) => id === value)?.name[language] ?? value;
}

/** A kept value in a sentence; yes and no are put into the reader's language there. */
export function saidValue(field: RecordField, value: string, language: Language): Said {
  if (field.type === 'yes-no') return { key: value === 'yes' ? 'records.yes' : 'records.no' };
  return shownValue(field, value, language);
}
