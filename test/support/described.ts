import { z } from 'zod';

const Operation = z.looseObject({ responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()) })) });
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** What any address may answer whatever its description says: another method, a flood of them, and our own mistakes. */
const ANYWHERE = new Set([405, 500]);

/** Checks answers against the OpenAPI document of the server that gives them: an answer to a described call has a described status and type. */
export function createDescribed(base: string): (method: string, path: string, answer: Response) => Promise<void> {
  let document: Promise<z.infer<typeof Document>> | undefined;
  return async (method, path, answer) => {
    const { paths } = await (document ??= read(base));
    const asked = new URL(path, base).pathname;
    const [template, methods] = Object.entries(paths).filter(([one]) => matches(one, asked)).sort(([one], [other]) => one.split('{').length - other.split('{').length)[0] ?? [];
    const operation = methods?.[method.toLowerCase()];
    if (operation === undefined || ANYWHERE.has(answer.status)) return;
    const described = Operation.parse(operation).responses[answer.status];
    const type = answer.headers.get('content-type')?.replace(/;.*/, '') ?? '';
    if (described === undefined) throw new Error(`${method} ${template ?? ''} answered ${String(answer.status)}, which is not described`);
    if (!Object.keys(described.content).some((one) => one === type || one === '*/*')) throw new Error(`${method} ${template ?? ''} answered ${String(answer.status)} as ${type}, which is not described`);
  };
}

async function read(base: string): Promise<z.infer<typeof Document>> {
  return Document.parse(await (await fetch(`${base}/openapi.json`)).json());
}

function matches(template: string, path: string): boolean {
  const [parts, asked] = [template.split('/'), path.split('/')];
  return parts.length === asked.length && parts.every((part, nth) => part.startsWith('{') || part === asked[nth]);
}
