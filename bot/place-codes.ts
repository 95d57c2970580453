import { toString as drawn } from 'qrcode';
import { z } from 'zod';
import type { Directory } from '../domain/directory/directory.ts';
import type { Config } from './config.ts';
import { hasAll } from './messengers.ts';
import { KF_SETTINGS, OA_SETTINGS } from './settings.ts';
import { createMessengerApi } from './tencent/api.ts';

/** A code to be put on a wall: whose it is, and where it leads. */
export interface PlaceCode {
  readonly place: string;
  readonly name: string;
  readonly address: string;
}

const ContactWay = z.object({ url: z.url() });
const Ticket = z.object({ url: z.string().min(1) });

/** The codes of every grid, or of every place, for customer service, else for the service account. Throws when neither is set up. */
export async function placeCodes(config: Config, directory: Directory, of: 'grids' | 'places', now: () => Date): Promise<readonly PlaceCode[]> {
  const named = of === 'grids' ? directory.data.grids : directory.data.places;
  const address = await addresses(config, now);
  const codes: PlaceCode[] = [];
  for (const { id, name } of named) codes.push({ place: id, name, address: await address(id) });
  return codes;
}

async function addresses(config: Config, now: () => Date): Promise<(place: string) => Promise<string>> {
  if (hasAll(config, KF_SETTINGS)) {
    const api = createMessengerApi({ base: config.WECOM_API, now, token: { kind: 'corp', corpId: config.WECOM_CORP_ID, secret: config.KF_SECRET } });
    const { url } = await api.post('/cgi-bin/kf/add_contact_way', { open_kfid: config.KF_ID, scene: 'places' }, ContactWay);
    return (place) => {
      const address = new URL(url);
      address.searchParams.set('scene_param', place);
      return Promise.resolve(address.href);
    };
  }
  if (hasAll(config, OA_SETTINGS)) {
    const api = createMessengerApi({ base: config.OA_API, now, token: { kind: 'account', appId: config.OA_APP_ID, secret: config.OA_SECRET } });
    return async (place) => (await api.post('/cgi-bin/qrcode/create', { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: place } } }, Ticket)).url;
  }
  throw new Error('Neither customer service nor a service account is set up');
}

/** A code as a picture, for a page to show. */
export async function codePicture(content: string): Promise<string> {
  const svg = await drawn(content, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** A page to be printed, six codes to a sheet: nothing on it comes from outside. */
export async function sheetOf(codes: readonly PlaceCode[], words: { readonly title: string; readonly how: string }): Promise<string> {
  const cards = await Promise.all(codes.map(async ({ place, name, address }) => `<figure>${await drawn(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })}<figcaption><b>${escaped(name)}</b><br>${escaped(words.how)}<br><small>${escaped(place)}</small></figcaption></figure>`));
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(words.title)}</title><style>body{margin:0;font-family:sans-serif;display:grid;grid-template-columns:1fr 1fr}figure{margin:0;padding:8mm;height:99mm;box-sizing:border-box;text-align:center;break-inside:avoid}svg{width:58mm;height:58mm}</style></head><body>${cards.join('')}</body></html>\n`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
