import type { Console } from './console.ts';

/** A reason that the program kept for a choice, in words; undefined for one that says nothing to people. */
export function reasonWords({ locale: { say, known }, nameOf }: Pick<Console, 'locale' | 'nameOf'>, reason: string): string | undefined {
  const [kind = '', ...rest] = reason.split(':');
  const what = rest.join(':');
  if (what === '') return undefined;
  if (kind === 'class' && what !== 'nothing-said') return say('reason.class', { word: what });
  if (kind === 'urgency') return what.startsWith('danger:') ? say('reason.danger') : what.includes(':') ? undefined : say('reason.urgency', { word: what });
  const own = known('reason', reason);
  if (own !== reason) return own;
  return kind === 'route' && nameOf('tiers', what) !== what ? say('reason.tier', { tier: nameOf('tiers', what) }) : undefined;
}
