import { GROUP_TAGS } from '../../locales/lexicon/commands.ts';
import { Made } from '../../web/schemas/intake.ts';
import { inLanes } from '../replay/replay-texts.ts';
import type { Chat, Saying } from '../sandbox-http.ts';
import { chanceOf } from './chance.ts';
import { demandOf } from './demand-of.ts';
import type { PlannedMatter } from './plan.ts';
import type { Play } from './play.ts';

interface Raised {
  readonly matter: PlannedMatter;
  readonly chat: Chat;
  readonly reporter: string;
}

const NUMBER = /(?<!\d)\d{5,9}(?!\d)/;

/** Lets matters be raised in chats, groups and by other systems; gives those that must wait because their group has just heard one. */
export async function raiseMatters(play: Play, matters: readonly PlannedMatter[]): Promise<PlannedMatter[]> {
  const raised: Raised[] = [];
  const waiting: PlannedMatter[] = [];
  for (const matter of matters) {
    if (matter.way === 'intake') await handIn(play, matter);
    else if (matter.way === 'chat') raised.push(await sayAlone(play, matter));
    else if (!(await sayInGroup(play, matter, raised))) waiting.push(matter);
  }
  await play.http.settle();
  await inLanes(raised, async (one) => followed(play, one, await numberIn(play, one)));
  return waiting;
}

async function handIn(play: Play, matter: PlannedMatter): Promise<void> {
  const chance = chanceOf(play.seed, `intake ${matter.nth}`);
  const sources = play.texts.intake.sources.filter((id) => play.words.sources.some((source) => source.id === id));
  const { id } = await play.admin.post('/api/intake', Made, { source: chance.one(sources), externalId: `M${play.seed}-${matter.nth}`, text: matter.text });
  play.follow(id, matter, undefined, (await demandOf(play, id))?.urgency !== 'routine');
}

async function sayAlone(play: Play, matter: PlannedMatter): Promise<Raised> {
  const chance = chanceOf(play.seed, `chat ${matter.nth}`);
  const free = play.residents.filter((id) => !play.busy.has(id));
  const reporter = chance.one(free.length > 0 ? free : play.residents);
  play.busy.add(reporter);
  const image = matter.picture && play.pictures.length > 0 ? { image: chance.one(play.pictures) } : {};
  await play.http.post({ from: reporter, text: matter.text, ...image } satisfies Saying);
  return { matter, reporter, chat: { person: reporter } };
}

async function sayInGroup(play: Play, matter: PlannedMatter, raised: Raised[]): Promise<boolean> {
  const chance = chanceOf(play.seed, `group ${matter.nth}`);
  const group = chance.one(play.cast.groups);
  if (raised.some(({ chat }) => 'room' in chat && chat.room === group.id)) return false;
  const reporter = chance.one(group.people);
  await play.http.post({ from: reporter, room: group.id, text: `${chance.one(GROUP_TAGS.slice(0, 2))} ${matter.text}` });
  raised.push({ matter, reporter, chat: { room: group.id } });
  return true;
}

/** The newest number in what the bot has answered since that chat was last read. */
async function numberIn({ http, read }: Play, { chat, reporter }: Raised): Promise<string | undefined> {
  const key = JSON.stringify(chat);
  const messages = await http.messages(chat, read.get(key));
  read.set(key, messages.at(-1)?.seq ?? read.get(key) ?? 0);
  const numbers = messages.filter(({ from }) => from !== reporter).flatMap(({ text }) => NUMBER.exec(text)?.[0] ?? []);
  return numbers.sort((one, other) => Number(one) - Number(other)).at(-1);
}

async function followed(play: Play, { matter, reporter }: Raised, no: string | undefined): Promise<void> {
  const view = no === undefined ? undefined : await demandOf(play, no);
  if (no === undefined || view === undefined) play.busy.delete(reporter);
  else play.follow(no, matter, reporter, view.urgency !== 'routine');
}
