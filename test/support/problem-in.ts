import { expect } from 'chai';
import { ProblemDocument } from '../../web/schemas/problem.ts';

/** Reads a problem document; fails when the answer is none. */
export async function problemIn(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).to.match(/^application\/problem\+json/);
  const document = ProblemDocument.parse(await response.json());
  expect(document.status).to.equal(response.status);
  return document;
}
