import type { deskTexts as chinese } from './desk-zh-CN.ts';

export const deskTexts: Readonly<Record<keyof typeof chinese, string>> = {
  'place.as': 'Shown as',
  'place.tiles': 'Tiles',
  'place.real': 'Map',
  'place.realMap': 'Map of the grids; the darker, the more demands',
  'place.unmapped': 'These grids have no border yet:',
  'map.title': 'Map of the grids',
  'map.how': 'Save the borders of the grids as GeoJSON (WGS 84 or CGCS2000, one area for each grid, its id or name as in the directory), choose the file, look at it, then confirm.',
  'map.source.none': 'There is no map yet; the Map page shows tiles.',
  'map.source.file': 'In use: grids.geojson beside the directory.',
  'map.source.upload': 'In use: the uploaded map.',
  'map.count': '{count} grids have a border',
  'map.missing': 'Grids without a border: {names}',
  'map.preview': 'Check it',
  'map.would': 'It can be used: {count} grids.',
  'map.applied': 'It is in use now.',
  'map.remove': 'Take the uploaded map away',
  'map.changed': 'changed by {by}, {at}',
  'map.broken': 'grids.geojson beside the directory has faults and is not used:',
};
