import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';

/** What somebody says who wants nothing yet. */
export const GREETING = '你好';

const COMPOUNDS = [
  { id: 'l-hxgy', name: '荷香公寓', grid: 'g-yxl-3' },
  { id: 'l-thdy', name: '桐花大院', grid: 'g-thx-1' },
  { id: 'l-jcjy', name: '静川家园', grid: 'g-thx-2' },
  { id: 'l-tsy', name: '听松苑', grid: 'g-ts-1' },
  { id: 'l-shxc', name: '松鹤新村', grid: 'g-ts-2' },
  { id: 'l-dkxj', name: '渡口新居', grid: 'g-dk-1' },
  { id: 'l-lhy', name: '榴花苑', grid: 'g-sly-2' },
] as const;
const FIRST = 101;
const BUILDINGS = 2000;
const WHATS = [
  '门口路灯坏了，晚上看不见路', '垃圾没人清，味道很大', '水管漏水，地上全是水', '电梯停运，老人下不了楼', '井盖松动，车一过就响', '下水道堵了，污水往外冒',
  '楼道里堆满杂物，走不过去', '有人半夜放音响，睡不着', '外墙皮往下掉', '健身器材断了一根杆', '消防通道停了车', '流浪狗追小孩',
];

/** Copies the demo district's directory to a folder and adds so many buildings that reports of thousands do not tell of the same matter. */
export async function bigDirectory(folder: string): Promise<string> {
  const directory = join(folder, 'directory');
  await cp(join(import.meta.dirname, '../../districts/demo'), directory, { recursive: true });
  const rows = Array.from({ length: BUILDINGS }, (_, nth) => {
    const { id, name, grid, no } = building(nth);
    return `${id}-${no},${name}${no}号楼,,楼栋,${grid},${id}\n`;
  });
  await appendFile(join(directory, 'places.csv'), rows.join(''));
  return directory;
}

/** One of many matters at the places of the big directory, none the same as another. */
export function matterOf(nth: number): string {
  const { name, no } = building(nth % BUILDINGS);
  const what = WHATS[(Math.floor(nth / BUILDINGS) + nth) % WHATS.length] ?? '';
  return `${name}${no}号楼${(nth % 3) + 1}单元${what}，已经${(nth % 9) + 2}天了，请来看看`;
}

function building(nth: number) {
  const compound = COMPOUNDS[nth % COMPOUNDS.length] ?? COMPOUNDS[0];
  return { ...compound, no: FIRST + Math.floor(nth / COMPOUNDS.length) };
}
