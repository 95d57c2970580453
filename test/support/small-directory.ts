import type { z } from 'zod';
import { DirectoryData } from '../../domain/directory/directory-data.ts';

/** Two communities of one street, its office and team, a bureau, and the city; tables can be replaced. */
export function smallDirectory(over: Partial<z.input<typeof DirectoryData>> = {}): DirectoryData {
  return DirectoryData.parse({ units, grids, people, rooms, places, dispatch, ...over });
}

const units = [
  { id: 'city', name: '云汀市', tier: 'city', class: 'city' },
  { id: 'district', name: '澜桥区', otherNames: ['区'], tier: 'district', class: 'district', parent: 'city' },
  { id: 'bureau', name: '城市管理局', otherNames: ['城管局'], tier: 'district', class: 'department', parent: 'district', duties: ['市容'] },
  { id: 'street', name: '枫荷街道', tier: 'street', class: 'street', parent: 'district' },
  { id: 'street-2', name: '望潮街道', tier: 'street', class: 'street', parent: 'district' },
  { id: 'office', name: '城市管理办公室', otherNames: ['城管办'], tier: 'street', class: 'office', parent: 'street' },
  { id: 'office-2', name: '城市管理办公室', otherNames: ['城管办'], tier: 'street', class: 'office', parent: 'street-2' },
  { id: 'centre', name: '综合执法中心', tier: 'street', class: 'enforcement-centre', parent: 'street', members: ['bureau'] },
  { id: 'ginkgo', name: '银杏里社区', otherNames: ['银杏里'], tier: 'community', class: 'community', parent: 'street' },
  { id: 'paulownia', name: '桐花巷社区', otherNames: ['桐花巷'], tier: 'community', class: 'community', parent: 'street' },
  { id: 'company', name: '暖阳物业', tier: 'community', class: 'property', parent: 'ginkgo' },
];

const grids = [
  { id: 'g1', name: '银杏里第一网格', community: 'ginkgo', households: 480 },
  { id: 'g2', name: '银杏里第二网格', community: 'ginkgo', households: 510 },
  { id: 'g3', name: '桐花巷第一网格', community: 'paulownia', households: 450 },
];

const people = [
  ...units.map(({ id }, index) => ({ id: `p-${id}`, name: `经办${String(index)}`, roles: ['clerk' as const], unit: id })),
  { id: 'p-secretary', name: '何敏', roles: ['secretary' as const, 'leader' as const], unit: 'ginkgo' },
  { id: 'p-officer', name: '于航', roles: ['clerk' as const], unit: 'bureau', team: 'centre' },
  { id: 'p-worker', name: '周晓', roles: ['grid-worker' as const], unit: 'ginkgo', grid: 'g1', alsoGrids: ['g2'] },
  { id: 'p-worker-3', name: '郑可', roles: ['grid-worker' as const], unit: 'paulownia', grid: 'g3' },
  { id: 'p-wang', name: '王兰', roles: ['resident' as const], grid: 'g1', home: { place: 'garden', building: '4号楼', room: '502' } },
];

const rooms = [{ id: 'r1', name: '银杏里一网格群', grid: 'g1', people: ['p-worker', 'p-wang'] }];

const places = [
  { id: 'garden', name: '银杏花园', kind: 'compound' as const, grids: ['g1'] },
  { id: 'tower', name: '银杏花园4号楼', kind: 'building' as const, grids: ['g1'], within: 'garden' },
  { id: 'road', name: '银杏路', kind: 'road' as const, grids: ['g1', 'g2'] },
  { id: 'avenue', name: '桐杏大道', kind: 'road' as const, grids: ['g2', 'g3'] },
];

const dispatch = [
  { category: 'parking', unit: 'bureau', role: 'assists' as const },
  { category: 'parking', unit: 'street@street', role: 'organises' as const },
  { category: 'parking', unit: '城管办@street', role: 'responsible' as const },
  { category: 'parking', unit: 'community@community', role: 'assists' as const },
  { category: 'parking', place: 'garden', unit: 'company', role: 'responsible' as const },
  { category: 'parking', place: 'ginkgo', unit: 'community@community', role: 'own' as const },
  { category: 'parking', place: 'garden', unit: 'community@community', role: 'not' as const },
  { category: 'noise', unit: 'enforcement-centre@street', role: 'responsible' as const },
];
