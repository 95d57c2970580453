import { reactive } from 'vue';

const PREFIX = 'shaozi.read';

/** How far each person has read each chat, as sequence numbers; shared by the windows of a browser. */
export interface ReadMarks {
  readonly read: (person: string, chat: string) => number;
  readonly mark: (person: string, chat: string, seq: number) => void;
}

/** Marks kept in the given storage. */
export function createReadMarks(storage: Storage): ReadMarks {
  const marks = reactive(new Map<string, number>());
  return {
    read: (person, chat) => {
      const key = `${PREFIX}.${person}.${chat}`;
      return marks.get(key) ?? Number(storage.getItem(key) ?? 0);
    },
    mark: (person, chat, seq) => {
      const key = `${PREFIX}.${person}.${chat}`;
      marks.set(key, seq);
      storage.setItem(key, String(seq));
    },
  };
}
