/** What is said on the pages where the system is set up. */
export const deskTexts = {
  'desk.map.not-geojson': '这不是 GeoJSON：需要一个 FeatureCollection，每个网格一个面。',
  'desk.map.no-features': '文件里一个网格也没有。',
  'desk.map.other-coordinates': '坐标系不是经纬度。请在制图软件里另存为 WGS 84（EPSG:4326）或 CGCS2000（EPSG:4490）的 GeoJSON。',
  'desk.map.too-many-points': '点太多了（{{count}} 个，最多 {{most}} 个）。请在制图软件里把边界简化后再导出。',
  'desk.map.unnamed': '没有写是哪个网格。请在 id、grid 或 name 属性里填名册中的网格编号或名称。',
  'desk.map.unknown-grid': '名册里没有“{{value}}”这个网格。',
  'desk.map.twice': '网格“{{value}}”画了两次。一个网格有几块时，请合成一个 MultiPolygon。',
  'desk.map.wrong-geometry': '要的是面（Polygon 或 MultiPolygon），这里是“{{type}}”。',
  'desk.map.wrong-coordinates': '坐标读不出来：应是数字对，先经度后纬度。',
  'desk.map.open-ring': '边界没有闭合：最后一点要与第一点相同，至少四个点。',
  'desk.map.swapped': '经度和纬度写反了：GeoJSON 先写经度，再写纬度。',
  'desk.map.elsewhere': '坐标不在国内。可能是投影坐标（单位是米），或者坐标系选错了。',
  'desk.map.at': '第 {{nth}} 个：{{what}}',
} as const;
