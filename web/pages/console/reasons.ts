import type { Console } from './console.ts';

/** A reason that the program kept for a choice, in words; undefined for one that says nothing to people. */
export function reasonWords({ locale: { say, known }, nameOf }: Pick<Console, 'locale' | 'nameOf'>, reason: string): string | undefined {
  const [kind = '', ...rest] = reason.split(':');
  const what = rest.join(':');
  if (what === '') return undefined;
  if (kind === 'class' && what !== 'nothing-said') return say('reason.class', { word: what });
  if (kind === 'urgency') return what.startsWith('danger:') ? say('reason.danger') : what.includes(':') ? undefined : say('reason.urgency', { word: what });
  if (kind === 'model') return modelView({ say, known, nameOf }, what);
  const own = known('reason', reason);
  if (own !== reason) return own;
  return kind === 'route' && nameOf('tiers', what) !== what ? say('reason.tier', { tier: nameOf('tiers', what) }) : undefined;
}

/** What a language model saw otherwise than the offline engine. */
function modelView({ say, known, nameOf }: Pick<Console['locale'], 'say' | 'known'> & Pick<Console, 'nameOf'>, view: string): string | undefined {
  const [about = '', what = ''] = view.split(':');
  if (about === 'class') return say('reason.model-class', { word: nameOf('classes', what) });
  if (about === 'urgency') return say('reason.model-urgency', { word: known('urgency', what) });
  return about === 'place' ? say('reason.model-place') : undefined;
}
