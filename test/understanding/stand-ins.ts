import type { Classified } from '../../understanding/classify/classified.ts';
import { createUnderstand } from '../../understanding/engine.ts';
import type { DetectedIntent } from '../../understanding/intent/detected-intent.ts';
import { createGazetteer } from '../../understanding/place/gazetteer.ts';
import type { PlaceName, Situation, Understand } from '../../understanding/understanding.ts';
import { personalIn } from '../support/masking.ts';

/** An invented community with two grids, a compound that both share, and what else residents name. */
export const aDirectory: readonly PlaceName[] = [
  { placeId: 'c1', name: '柳荫社区', otherNames: [], kind: 'community', grids: ['g1', 'g2'], community: 'c1' },
  { placeId: 'g1', name: '柳荫第一网格', otherNames: [], kind: 'grid', grids: ['g1'], community: 'c1' },
  { placeId: 'g2', name: '柳荫第二网格', otherNames: [], kind: 'grid', grids: ['g2'], community: 'c1' },
  { placeId: 'spring', name: '春风里小区', otherNames: ['春风里'], kind: 'compound', grids: ['g1'], community: 'c1' },
  { placeId: 'garden', name: '锦绣花园', otherNames: [], kind: 'compound', grids: ['g1', 'g2'], community: 'c1' },
  { placeId: 'garden-1', name: '1号楼', otherNames: [], kind: 'building', grids: ['g1'], community: 'c1', within: 'garden' },
  { placeId: 'garden-3', name: '3号楼', otherNames: ['三栋'], kind: 'building', grids: ['g2'], community: 'c1', within: 'garden' },
  { placeId: 'wutong', name: '梧桐路', otherNames: [], kind: 'road', grids: ['g1', 'g2'], community: 'c1' },
  { placeId: 'river', name: '望江街', otherNames: [], kind: 'road', grids: ['g2'], community: 'c1' },
  { placeId: 'market', name: '梧桐路菜市场', otherNames: ['老菜场'], kind: 'landmark', grids: ['g2'], community: 'c1' },
];

/** A Thursday morning in Shanghai. */
export const aMorning = new Date('2025-06-12T10:00:00+08:00');

/** Somebody whose home is known: garden 3, unit 2, room 501. */
export const atHome: Situation = {
  now: aMorning,
  home: {
    said: '', name: '锦绣花园3号楼', placeId: 'garden-3', grid: 'g2', community: 'c1',
    building: '3', unit: '2', room: '501', confidence: 1, reasons: [],
  },
};

const classified: Classified = { category: 'other', petition: { l1: '党务政务', l2: '其他' }, confidence: 0.5, headConfidence: 0.5, alternatives: [], reasons: ['class:stand-in'] };
const detected: DetectedIntent = { intent: 'complaint', confidence: 1, reasons: ['intent:stand-in'] };

/** Tells matters apart by one word alone. */
function cutAtAnd(text: string): [string, ...string[]] {
  const [first = '', ...others] = text.split(/(?=还有)/);
  return [first, ...others];
}

/** The engine with every text a complaint about `other`, so that the rest can be seen alone; `classifying` hears what is classified. */
export function understandWith(names: readonly PlaceName[] = aDirectory, classifying: (text: string) => unknown = () => undefined): Understand {
  const classify = (text: string) => {
    classifying(text);
    return classified;
  };
  return createUnderstand({ classify, detectIntent: () => detected, gazetteer: createGazetteer(names), personalIn, mattersIn: cutAtAnd, feelingsIn: () => ({ hidden: false, upset: false }) });
}
