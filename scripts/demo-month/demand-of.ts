import type { DemandView } from '../../web/schemas/demand.ts';
import { Problem, type SandboxHttp } from '../sandbox-http.ts';

/** The demand that a number belongs to; undefined when what it was given for came to nothing. */
export async function demandOf({ http }: { readonly http: Pick<SandboxHttp, 'demand'> }, no: string): Promise<DemandView | undefined> {
  try {
    return await http.demand(no);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
