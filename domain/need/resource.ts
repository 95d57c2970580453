import type { Actor } from '../commands.ts';
import type { NeedSettings } from '../mechanism/lists.ts';
import type { UnitRef } from '../mechanism/mechanism.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import type { Words } from '../words.ts';

/** On which days something is wanted, or can be had; nothing said means any. */
export type Days = 'workdays' | 'weekends';

/** Where something is: the grid, and for each tier the unit that answers for it. */
export interface Whereabouts {
  readonly grid?: string | undefined;
  readonly path: Readonly<Record<string, string>>;
}

/** What can be said of a resource, or of a need, so that one can be fitted to the other. */
export interface Wanted extends Whereabouts {
  /** A kind of the mechanism. */
  readonly kind?: string | undefined;
  readonly days?: Days | undefined;
  readonly people?: number | undefined;
}

/** Something that an alliance unit lets others use: the fold of its timeline. */
export interface Resource extends Wanted {
  readonly id: string;
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly origin: string;
  readonly unit: string;
  readonly words: Words;
  readonly registeredAt: Date;
  readonly stoppedAt?: Date | undefined;
}

/** What registers one. */
export interface RegisterResource extends Wanted {
  readonly id: string;
  readonly origin: string;
  readonly words: Words;
  readonly mechanism: Resource['mechanism'];
  readonly unit: string;
  readonly by: string;
}

/** Everything that can have happened to a resource. */
export type ResourceEvent =
  | { readonly type: 'registered'; readonly at: Date; readonly by: string; readonly data: Omit<RegisterResource, 'by'> }
  | { readonly type: 'stopped'; readonly at: Date; readonly by: string; readonly data: Readonly<Record<string, never>> };

/** Every command on a resource. */
export type ResourceCommand = { readonly type: 'stop'; readonly by: Actor };

/** Why a command on a resource is not carried out. */
export type ResourceRefusal = 'not-your-resource' | 'stopped-already';

/** Whether a unit may register resources: one of a class for it, or a member of an alliance. */
export function mayProvide({ providers, alliances }: NeedSettings, unit: UnitRef, memberOf: readonly UnitRef[]): boolean {
  return providers.includes(unit.class) || memberOf.some((alliance) => alliances.includes(alliance.class));
}

/** The first fact of a resource. */
export function registerResource({ by, ...data }: RegisterResource, now: Date): readonly ResourceEvent[] {
  return [{ type: 'registered', at: now, by, data }];
}

/** Decides a command on a resource. */
export function decideResource(resource: Resource, { by }: ResourceCommand, now: Date): Result<readonly ResourceEvent[], ResourceRefusal> {
  if (by.unit?.id !== resource.unit) return refuse('not-your-resource');
  if (resource.stoppedAt !== undefined) return refuse('stopped-already');
  return accept([{ type: 'stopped', at: now, by: by.person, data: {} }]);
}

/** The state after a timeline. Throws when it does not begin with the registration. */
export function foldResource(events: readonly ResourceEvent[]): Resource {
  const [first, ...rest] = events;
  if (first?.type !== 'registered') throw new Error('A resource begins with its registration');
  return rest.reduce(evolveResource, { ...first.data, registeredAt: first.at });
}

/** The state after one more event. */
export function evolveResource(resource: Resource, event: ResourceEvent): Resource {
  return event.type === 'stopped' ? { ...resource, stoppedAt: event.at } : resource;
}
