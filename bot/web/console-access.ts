import type { Directory } from '../../domain/directory/directory.ts';
import { seesAssessment } from '../../domain/mechanism/assessment.ts';
import type { Mechanism } from '../../domain/mechanism/mechanism.ts';
import { actorOf, isStaff } from '../../handlers/acting/actor.ts';
import type { Ledger } from '../../handlers/ports/coordination.ts';
import type { People } from '../../handlers/ports/people.ts';
import type { Caller, SignIn, WebDeps } from '../../web/deps.ts';

/** What is needed to know what people may do on the pages. */
export interface Knowing {
  readonly stores: { readonly people: Pick<People, 'get'>; readonly ledger: Pick<Ledger, 'get'> };
  readonly directory: () => Directory;
}

/** The key under which it is kept that somebody is an administrator too. */
export function adminKey(person: string): string {
  return `console-admin:${person}`;
}

/** What a person may do on the pages now: administrators all, staff what the own unit and those below have to do with, others nothing. */
export function createCallerOf({ stores, directory }: Knowing): (person: string) => Promise<Caller | undefined> {
  return async (id) => {
    const person = await stores.people.get(id);
    if (person === undefined || person.erased) return undefined;
    if ((await stores.ledger.get(adminKey(id))) === 'yes') return { kind: 'admin', person: id };
    const actor = actorOf(directory(), person);
    return isStaff(actor) && actor.unit !== undefined ? { kind: 'person', person: id, units: [actor.unit.id] } : undefined;
  };
}

/** Who a caller is, by name, roles and units, and what the district lets such a caller see. */
export function createWhoIs({ stores, directory, mechanism: { assessment } }: Knowing & { readonly mechanism: Mechanism }, administrator: string): WebDeps['whoIs'] {
  return async (caller) => {
    const known = caller.person === undefined ? undefined : directory().person(caller.person);
    const person = caller.person === undefined ? undefined : await stores.people.get(caller.person);
    const actor = person && actorOf(directory(), person);
    const ids = caller.kind === 'person' ? caller.units : actor?.unit === undefined ? [] : [actor.unit.id];
    const units = ids.flatMap((id) => directory().unit(id) ?? []).map(({ id, name, tier }) => ({ id, name, tier }));
    return { kind: caller.kind, ...(caller.person === undefined ? {} : { person: caller.person }), name: known?.name ?? caller.person ?? administrator, roles: [...(actor?.roles ?? [])], units, seesAssessment: assessment !== undefined && (caller.kind === 'admin' || seesAssessment(assessment, actor?.roles ?? [])) };
  };
}

/** A code for a person, and the address that opens by itself where people reach the pages under one. */
export function createIssueSignIn(signIn: SignIn, address: string | undefined): (person: string) => Promise<{ readonly code: string; readonly url?: string | undefined }> {
  return async (person) => {
    const { code, link } = await signIn.issue(person);
    return { code, url: address === undefined ? undefined : `${address.replace(/\/$/, '')}/console/sign-in#${link}` };
  };
}
