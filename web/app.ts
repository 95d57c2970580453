import express, { type Express } from 'express';
import { failed } from './answer.ts';
import type { SandboxAccess, WebDeps } from './deps.ts';
import type { Endpoint } from './endpoint.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { createAnswering, mount, numbered } from './mount.ts';
import { problem } from './problem.ts';
import { requestLog } from './request-log.ts';
import { assessmentEndpoints } from './routes/assessments.ts';
import { bindingEndpoints } from './routes/bindings.ts';
import { mountCallbacks } from './routes/callbacks.ts';
import { consoleEndpoints } from './routes/console.ts';
import { demandEndpoints } from './routes/demands.ts';
import { deskEndpoints } from './routes/desk.ts';
import { hotspotEndpoints } from './routes/hotspots.ts';
import { intakeEndpoints } from './routes/intake.ts';
import { labelledCaseEndpoints } from './routes/labelled-cases.ts';
import { matterEndpoints } from './routes/matter.ts';
import { openapiEndpoint } from './routes/openapi.ts';
import { mountPages } from './routes/pages.ts';
import { resultEndpoints } from './routes/results.ts';
import { boardEndpoints } from './routes/sandbox/board.ts';
import { chatEndpoints } from './routes/sandbox/chats.ts';
import { clockEndpoints } from './routes/sandbox/clock.ts';
import { peopleEndpoints } from './routes/sandbox/people.ts';
import { serviceEndpoints } from './routes/services.ts';
import { sessionEndpoints } from './routes/session.ts';
import { setupEndpoints } from './routes/setup.ts';
import { sideEndpoints } from './routes/side.ts';
import { mountSignedIntake } from './routes/signed-intake.ts';
import { sourceEndpoints } from './routes/sources.ts';
import { statusEndpoints } from './routes/status.ts';
import { tellNews } from './sandbox-news.ts';
import { securityHeaders } from './security.ts';

/** The web application, not listening yet. */
export interface WebApp {
  readonly app: Express;
  /** Ends the streams, so that the server can stop. */
  readonly close: () => void;
}

/** Puts the web application together: everything it does, it asks of `deps`. */
export function createApp(deps: WebDeps): WebApp {
  const stream = createEventStream({ firstId: Math.floor(performance.timeOrigin) });
  const endpoints = endpointsOf(deps, stream);
  const answering = createAnswering(deps);
  const app = express();

  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.use(numbered, requestLog(deps), securityHeaders({ https: deps.publicUrl?.startsWith('https:') ?? false }));
  mountCallbacks(app, deps.callbacks ?? []);
  mountSignedIntake(app, deps, answering);
  mount(app, [...endpoints, openapiEndpoint(endpoints, deps)], deps, answering);
  mountPages(app, deps, (req, res) => answering.send(req, res, failed(problem('not-local'))));
  app.use((req, res) => answering.send(req, res, failed(problem('not-found', { params: { path: req.path.slice(0, 200) } }))));
  app.use(answering.onError);

  const stopNews = deps.sandbox === undefined ? () => undefined : tellNews(deps.sandbox, stream);
  return {
    app,
    close: () => {
      stopNews();
      stream.close();
      deps.console.stream.close();
    },
  };
}

function endpointsOf(deps: WebDeps, stream: EventStream): Endpoint[] {
  const always = [...sessionEndpoints(deps), ...consoleEndpoints(deps), ...matterEndpoints(deps), ...setupEndpoints(deps), ...deskEndpoints(deps), ...intakeEndpoints(deps), ...sourceEndpoints(deps), ...bindingEndpoints(deps), ...demandEndpoints(deps), ...hotspotEndpoints(deps), ...sideEndpoints(deps), ...serviceEndpoints(deps), ...assessmentEndpoints(deps), ...resultEndpoints(deps), ...labelledCaseEndpoints(deps), ...statusEndpoints(deps)];
  return deps.sandbox === undefined ? always : [...always, ...sandboxEndpoints(deps.sandbox, stream)];
}

function sandboxEndpoints(sandbox: SandboxAccess, stream: EventStream): Endpoint[] {
  return [...peopleEndpoints(sandbox), ...chatEndpoints(sandbox), ...clockEndpoints(sandbox), ...boardEndpoints(sandbox, stream)];
}
