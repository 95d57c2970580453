type Curve = readonly (readonly [lead: number, share: number])[];

const CLASSES: Curve = [
  [-1, 0.3],
  [0, 0.5],
  [0.26, 0.55],
  [0.76, 0.72],
  [1.25, 0.93],
  [1.8, 0.97],
  [2.6, 0.985],
  [4, 0.995],
];
const HEADS: Curve = [
  [0, 0.45],
  [0.2, 0.6],
  [0.5, 0.8],
  [0.8, 0.92],
  [1.2, 0.98],
  [2, 0.995],
];

/** Of texts whose class leads the next one by this much, the share that is right, measured on held-out utterances. */
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
