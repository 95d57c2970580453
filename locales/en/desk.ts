import type { deskTexts as chinese } from '../zh-CN/desk.ts';

export const deskTexts: Readonly<Record<keyof typeof chinese, string>> = {
  'desk.map.not-geojson': 'This is not GeoJSON: a FeatureCollection is needed, with one area for each grid.',
  'desk.map.no-features': 'There is no grid in the file.',
  'desk.map.other-coordinates': 'The coordinates are not longitude and latitude. Save the file again as GeoJSON in WGS 84 (EPSG:4326) or CGCS2000 (EPSG:4490).',
  'desk.map.too-many-points': 'There are too many points ({{count}}; {{most}} at most). Simplify the borders in your map program and export again.',
  'desk.map.unnamed': 'It does not say which grid it is. Put the id or the name of the grid, as in the directory, into the property id, grid or name.',
  'desk.map.unknown-grid': 'There is no grid “{{value}}” in the directory.',
  'desk.map.twice': 'The grid “{{value}}” is drawn twice. When it has several parts, join them into one MultiPolygon.',
  'desk.map.wrong-geometry': 'An area is needed (Polygon or MultiPolygon); this is “{{type}}”.',
  'desk.map.wrong-coordinates': 'The coordinates cannot be read: they should be pairs of numbers, longitude first.',
  'desk.map.open-ring': 'The border is not closed: its last point must be its first, and it needs four points at least.',
  'desk.map.swapped': 'Longitude and latitude are swapped: GeoJSON has longitude first.',
  'desk.map.elsewhere': 'The coordinates lie outside the country. They may be projected ones (in metres), or of another system.',
  'desk.map.at': 'No. {{nth}}: {{what}}',
  'desk.template.empty': 'This sentence cannot be empty.',
  'desk.template.too-long': 'Too long: {{length}} characters, {{most}} at most. Some channels would not take more.',
  'desk.template.unknown-placeholder': 'There is no placeholder {{names}} here. This sentence may use: {{known}}',
  'desk.template.missing-placeholder': 'The placeholder {{names}} is missing: people must get to read this.',
  'desk.template.broken-braces': 'The braces do not match; a placeholder is a name in two pairs of braces.',
  'desk.template.strange-signs': 'It holds control characters that nobody sees. Delete them and type again.',
  'desk.template.missing-words': 'This sentence is about the law or privacy; these words must stay: {{words}}',
};
