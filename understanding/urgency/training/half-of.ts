const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The half that a marked utterance belongs to, by its id alone: `tune` may be looked at, `held` is only measured on. */
export function halfOf(id: string): 'tune' | 'held' {
  let hash = SEED;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), PRIME);
  return ((hash ^ (hash >>> 15)) & 1) === 0 ? 'tune' : 'held';
}
