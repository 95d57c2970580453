import { failed, json, outcome, type Answer } from '../answer.ts';
import { endCookie, sessionCookie } from '../cookies.ts';
import type { WebDeps } from '../deps.ts';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { ProblemDocument } from '../schemas/problem.ts';
import { Me, SignInBody, SignOutBody } from '../schemas/session.ts';

type Deps = Pick<WebDeps, 'signIn' | 'whoIs' | 'publicUrl' | 'console'>;

/** Signing in by what the bot has sent, who is signed in, and signing out here or everywhere. */
export function sessionEndpoints(deps: Deps): Endpoint[] {
  const { signIn, publicUrl } = deps;
  const secure = publicUrl?.startsWith('https:') ?? false;
  const enter = endpoint({
    method: 'post',
    path: '/api/session',
    access: 'open',
    summary: 'http.api.sign-in',
    takes: { body: SignInBody },
    answers: { 201: Me, 403: ProblemDocument, 429: ProblemDocument },
    handle: async ({ body: { secret } }, call) => {
      if (call.foreign) return failed(problem('cross-site'));
      return outcome(await signIn.enter(secret, call.from), async ({ token, maxAge }) => ({ ...(await me(deps, token, call, 201)), headers: { 'set-cookie': sessionCookie(token, { secure, maxAge }) } }));
    },
  });
  const who = endpoint({
    method: 'get',
    path: '/api/session',
    access: 'token',
    summary: 'http.api.who',
    takes: {},
    answers: { 200: Me },
    handle: (_input, call) => me(deps, call.session, call, 200),
  });
  const leave = endpoint({
    method: 'post',
    path: '/api/session/end',
    access: 'token',
    summary: 'http.api.sign-out',
    takes: { body: SignOutBody },
    answers: { 200: { type: 'application/json' } },
    handle: async ({ body: { everywhere } }, { session }) => {
      await signIn.leave(session, everywhere);
      deps.console.stream.askAgain();
      return { ...json({}), headers: { 'set-cookie': endCookie({ secure }) } };
    },
  });
  return [enter, who, leave];
}

async function me({ signIn, whoIs }: Deps, session: string, call: Call, status: number): Promise<Answer & { kind: 'json' | 'problem' }> {
  const caller = status === 201 ? await signIn.callerOf(session) : call.caller();
  if (caller === undefined) return { kind: 'problem', problem: problem('unauthenticated') };
  return { kind: 'json', status, body: { ...(await whoIs(caller)), csrf: session === '' ? '' : signIn.csrfOf(session) } };
}
