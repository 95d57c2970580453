type Curve = readonly (readonly [lead: number, share: number])[];

const CLASSES: Curve = [
  [-1, 0.2],
  [0, 0.3],
  [0.05, 0.38],
  [0.1, 0.46],
  [0.2, 0.62],
  [0.3, 0.71],
  [0.4, 0.8],
  [0.5, 0.84],
  [0.6, 0.88],
  [0.75, 0.91],
  [0.9, 0.95],
  [1.1, 0.97],
  [1.5, 0.98],
  [2, 0.99],
];
const HEADS: Curve = [
  [0, 0.45],
  [0.2, 0.6],
  [0.5, 0.8],
  [0.8, 0.92],
  [1.2, 0.98],
  [2, 0.995],
];

/** Of texts whose class leads the next one by this much, the share that is right, measured on the utterances of hands that were not learnt from. */
export function shareOfClassesRight(lead: number): number {
  return between(CLASSES, lead);
}

/** The same for the heads of the petition tree, measured on held-out letters. */
export function shareOfHeadsRight(lead: number): number {
  return between(HEADS, lead);
}

function between(curve: Curve, lead: number): number {
  const above = curve.findIndex(([at]) => at > lead);
  if (above <= 0) return curve[above === 0 ? 0 : curve.length - 1]?.[1] ?? 0;
  const [fromLead, fromShare] = curve[above - 1] ?? [0, 0];
  const [toLead, toShare] = curve[above] ?? [1, 1];
  return fromShare + ((toShare - fromShare) * (lead - fromLead)) / (toLead - fromLead);
}
