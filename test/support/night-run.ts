import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { messageFaults, type Sent } from './crash-faults.ts';
import { bigDirectory, matterOf } from './matters.ts';
import { launchProduct } from './product.ts';
import { settingsFor, startTencent, type Tencent } from './tencent.ts';

/** How many messages wait at customer service while the program is off, and how often it is killed while it fetches them. */
export interface NightPlan {
  readonly messages: number;
  readonly kills: number;
}

/** What came of it: nothing is wrong when `faults` is empty. */
export interface NightOutcome {
  readonly messages: number;
  readonly kills: number;
  /** How often a page of messages was asked for. */
  readonly pages: number;
  /** How many of them were asked for that had been brought before. */
  readonly again: number;
  readonly faults: readonly string[];
}

/** How many messages of the page before come again with each page after a kill. */
const OVERLAP = 30;
const SYNC = '/cgi-bin/kf/sync_msg';
const SETTINGS = ['KF_ID', 'KF_SECRET', 'KF_TOKEN', 'KF_AES_KEY', 'WECOM_CORP_ID', 'WECOM_API', 'SEND_PER_CONVERSATION_MS', 'SEND_PER_ACCOUNT_MS'];

/** Lets people write to customer service while nobody is there, kills the program again and again while it fetches that, brings messages again with other pages than before, and looks whether each message was handled once. */
export async function nightRun({ messages, kills }: NightPlan): Promise<NightOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'night-'));
  const double = await startTencent();
  try {
    const dataDir = join(folder, 'data');
    const env = { ...customerServiceOf(double), JOIN_WINDOW_MS: '20', TICK_MS: '50', DIRECTORY: await bigDirectory(folder) };
    const write = writing(double);
    const sent = write(Math.ceil(messages / 2));
    for (let nth = 0; nth < kills; nth++) {
      await killedWhileFetching({ dataDir, env }, double, 2 + (nth % 2));
      double.overlaps(OVERLAP);
      sent.push(...write(Math.floor(messages / 2 / kills)));
    }
    sent.push(...write(messages - sent.length));
    const last = await (await launchProduct({ dataDir, env })).ready;
    const endedAt = await last.client.settle();
    await last.stop();
    const fetched = double.called(SYNC).map(({ body }) => body.cursor ?? '');
    return { messages, kills, pages: fetched.length, again: againIn(fetched), faults: await messageFaults(dataDir, sent, endedAt) };
  } finally {
    await double.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function customerServiceOf(double: Tencent): Record<string, string> {
  return Object.fromEntries(Object.entries(settingsFor(double.base)).filter(([name]) => SETTINGS.includes(name)));
}

/** Everybody writes once, and every message holds a word that no other holds. */
function writing(double: Tencent): (count: number) => Sent[] {
  let serial = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const token = `Q${(++serial).toString(36).toUpperCase().padStart(4, '0')}Z`;
      return { id: double.writes(`night-${serial}`, { msgtype: 'text', text: { content: `${matterOf(serial)}，单子${token}` } }), token };
    });
}

/** Dies when it has asked for so many pages in this life: what it fetched is partly stored, partly answered. */
async function killedWhileFetching(options: { readonly dataDir: string; readonly env: Record<string, string> }, double: Tencent, pages: number): Promise<void> {
  const before = double.called(SYNC).length;
  const { kill, ready } = await launchProduct(options);
  const over = { yet: false };
  void ready.then(() => (over.yet = true), () => undefined);
  while (!over.yet && double.called(SYNC).length < before + pages) await wait(2);
  await kill();
}

/** A page asked for with the same cursor brings the same messages. */
function againIn(cursors: readonly string[]): number {
  return cursors.length - new Set(cursors).size;
}
