/** Of texts whose first class leads the second by this much, the share that is right; measured on held-out texts, straight lines between. */
export function shareRight(lead: number): number {
  const above = measured.findIndex(([at]) => at >= lead);
  if (above < 0) return measured[measured.length - 1]?.[1] ?? 1;
  const [toLead, toShare] = measured[above] ?? [0, 0];
  const [fromLead, fromShare] = measured[above - 1] ?? [0, 0.5];
  if (toLead === fromLead) return toShare;
  return fromShare + ((toShare - fromShare) * (lead - fromLead)) / (toLead - fromLead);
}

const measured: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [0.25, 0.7],
  [0.5, 0.85],
  [1, 0.95],
  [2, 0.99],
];
