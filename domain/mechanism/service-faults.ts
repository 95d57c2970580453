import { listedTwice, type Path } from './named-faults.ts';
import type { RecordSection, Records } from './records.ts';
import type { Services } from './services.ts';
import type { ServiceTeams } from './teams.ts';

/** What contradicts itself in what a district says of services, teams and records. */
export interface ServiceFault {
  readonly code: 'listed-twice' | 'limits-out-of-order' | 'unknown-section' | 'nothing-to-belong-to' | 'unknown-record-field' | 'nothing-to-choose';
  readonly path: Path;
  readonly params: Readonly<Record<string, string>>;
}

/** The parts of a district's file that these look at. */
export interface ServiceBook {
  readonly services?: Services | undefined;
  readonly serviceTeams?: ServiceTeams | undefined;
  readonly records?: Records | undefined;
}

/** Every contradiction in the parts about services, teams and records. */
export function serviceFaults({ services, serviceTeams, records }: ServiceBook): readonly ServiceFault[] {
  return [
    ...listedTwice(services?.ways ?? [], ['services', 'ways']),
    ...orderFaults(services),
    ...listedTwice(serviceTeams?.forces ?? [], ['serviceTeams', 'forces']),
    ...listedTwice(records?.sections ?? [], ['records', 'sections']),
    ...(records?.sections ?? []).flatMap((section, index) => sectionFaults(records?.sections ?? [], section, ['records', 'sections', index])),
  ];
}

function orderFaults(services: Services | undefined): ServiceFault[] {
  const { takeUp, solve } = services?.onBehalf ?? {};
  if (takeUp === undefined || solve === undefined || takeUp.limit.unit !== solve.limit.unit || solve.limit.amount >= takeUp.limit.amount) return [];
  return [{ code: 'limits-out-of-order', path: ['services', 'onBehalf', 'solve'], params: { first: 'takeUp', then: 'solve' } }];
}

function sectionFaults(sections: readonly RecordSection[], { within, fields }: RecordSection, path: Path): ServiceFault[] {
  const outer = sections.find(({ id }) => id === within);
  return [
    ...listedTwice(fields, [...path, 'fields']),
    ...(within === undefined || outer !== undefined ? [] : [{ code: 'unknown-section', path: [...path, 'within'], params: { id: within } } as const]),
    ...fields.flatMap(({ id, type, choices, same }, index): ServiceFault[] => [
      ...(type === 'choice' && choices.length === 0 ? [{ code: 'nothing-to-choose', path: [...path, 'fields', index], params: { id } } as const] : []),
      ...sameFault(outer, within, same).map((code) => ({ code, path: [...path, 'fields', index, 'same'], params: { id: same ?? '' } })),
    ]),
  ];
}

function sameFault(outer: RecordSection | undefined, within: string | undefined, same: string | undefined): ('nothing-to-belong-to' | 'unknown-record-field')[] {
  if (same === undefined) return [];
  if (within === undefined) return ['nothing-to-belong-to'];
  return outer === undefined || outer.fields.some(({ id }) => id === same) ? [] : ['unknown-record-field'];
}
