import { ZONE_AHEAD_MS } from '../../domain/zone.ts';
import { chanceOf } from './chance.ts';
import { HOUR_MS, type Play } from './play.ts';
import { filled, type StoryLine } from './texts.ts';

const NUMBER = /(?<!\d)\d{5,9}(?!\d)/;

/** Lets the district's stories go on: what somebody says on that day, and the number it is known by afterwards. */
export async function tellStories(play: Play, lines: readonly StoryLine[], kept: Record<string, string>): Promise<void> {
  for (const { from, room, text, keep } of lines) {
    const words = text.replace(/\{\{in(\d+)\}\}/g, (_all, days: string) => dateIn(play.now(), Number(days)));
    const before = (await play.http.messages({ person: from })).at(-1)?.seq ?? 0;
    await play.http.post({ from, room, text: filled(words, kept) });
    await play.http.settle();
    if (keep === undefined) continue;
    const answers = (await play.http.messages({ person: from }, before)).filter((one) => one.from !== from);
    kept[keep] = answers.flatMap((one) => NUMBER.exec(one.text)?.[0] ?? [])[0] ?? '';
  }
}

/** People say all sorts of things in a group that are no matter. */
export async function chat(play: Play, round: number): Promise<void> {
  const chance = chanceOf(play.seed, `chat of round ${round}`);
  if (!chance.is(0.3)) return;
  const group = chance.one(play.cast.groups);
  await play.http.post({ from: chance.one(group.people), room: group.id, text: chance.one(play.texts.chatter) });
}

function dateIn(now: number, days: number): string {
  return new Date(now + ZONE_AHEAD_MS + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}
