import { json, outcome } from '../answer.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { IntakeBody, Made } from '../schemas/intake.ts';
import { ProblemDocument } from '../schemas/problem.ts';

/** Matters from other sources: 201 when one was made, 200 when it had been made before. */
export function intakeEndpoints({ intake }: Pick<WebDeps, 'intake'>): Endpoint[] {
  const register = endpoint({
    method: 'post',
    path: '/api/intake',
    access: 'token',
    summary: 'http.api.intake',
    takes: { body: IntakeBody },
    answers: { 200: Made, 201: Made, 409: ProblemDocument },
    handle: async ({ body }, { caller }) => {
      const registered = await intake.register(body, caller());
      return outcome(registered, ({ id, created }) => json({ id }, created ? 201 : 200));
    },
  });
  return [register];
}
