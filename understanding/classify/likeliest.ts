/** The places of the highest scores, highest first. */
export function best(scores: Float64Array, many: number): number[] {
  const order: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    let place = order.length;
    while (place > 0 && (scores[order[place - 1] ?? 0] ?? 0) < (scores[at] ?? 0)) place--;
    if (place < many) order.splice(place, 0, at);
    if (order.length > many) order.pop();
  }
  return order;
}

/** By how much one score leads another; below 0 when it does not. */
export function lead(scores: Float64Array, first: number, second: number | undefined): number {
  return (scores[first] ?? 0) - (scores[second ?? first] ?? 0);
}
