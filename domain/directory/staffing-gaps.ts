import type { Chain, Mechanism, Role } from '../mechanism/mechanism.ts';
import type { Directory, Unit } from './directory.ts';

/** Somebody or something that a chain needs and the directory does not have: nobody to whistle, to agree or to sound it in a unit, or nobody to call. */
export interface StaffingGap {
  readonly code: 'no-caller' | 'no-callee' | 'nobody-whistles' | 'nobody-agrees' | 'nobody-sounds';
  readonly chain: string;
  readonly unit?: string | undefined;
  readonly roles: readonly Role[];
}

/** What a directory lacks for the chains of a mechanism, unit by unit. */
export function staffingGaps({ chains, dispatchers }: Pick<Mechanism, 'chains' | 'dispatchers'>, directory: Directory): readonly StaffingGap[] {
  return chains.flatMap((chain) => {
    const callers = directory.data.units.filter(({ tier, class: kind }) => chain.caller.tiers.includes(tier) && chain.caller.classes.includes(kind));
    const callees = directory.data.units.some(({ class: kind }) => chain.callee.classes.includes(kind));
    return [
      ...(callers.length === 0 ? [gap('no-caller', chain)] : []),
      ...(callees ? [] : [gap('no-callee', chain)]),
      ...callers.flatMap((unit) => gapsOf(directory, chain, unit, dispatchers)),
    ];
  });
}

function gapsOf(directory: Directory, chain: Chain, unit: Unit, dispatchers: readonly Role[]): StaffingGap[] {
  const { caller, approval } = chain;
  const needs: readonly (readonly [StaffingGap['code'], readonly Role[] | undefined])[] = [['nobody-whistles', caller.roles ?? dispatchers], ['nobody-agrees', approval?.roles], ['nobody-sounds', approval?.sound?.roles]];
  const has = (roles: readonly Role[]) => directory.peopleOf(unit.id).some((person) => person.roles.some((role) => roles.includes(role)));
  return needs.flatMap(([code, roles]) => (roles === undefined || has(roles) ? [] : [gap(code, chain, unit.name, roles)]));
}

function gap(code: StaffingGap['code'], chain: Chain, unit?: string, roles: readonly Role[] = []): StaffingGap {
  return { code, chain: chain.id, unit, roles };
}
