import type { createBullBoard } from '@bull-board/api';

type ServerAdapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];
type Given<Setter extends keyof ServerAdapter> = Parameters<ServerAdapter[Setter]>[0];

/**
 * Takes down what bull-board wants to be served. Its own adapter for Fastify brings a template engine for five
 * values, and a second copy of the static files plugin.
 */
export class BoardPlan implements ServerAdapter {
  queues: Given<'setQueues'>;
  viewsPath: string;
  filesRoute: string;
  filesPath: string;
  page: Given<'setEntryRoute'>;
  answerTo: Given<'setErrorHandler'>;
  routes: Given<'setApiRoutes'>;
  uiConfig: Given<'setUIConfig'>;

  setQueues(queues: Given<'setQueues'>): this {
    this.queues = queues;
    return this;
  }

  setViewsPath(path: string): this {
    this.viewsPath = path;
    return this;
  }

  setStaticPath(route: string, path: string): this {
    this.filesRoute = route;
    this.filesPath = path;
    return this;
  }

  setEntryRoute(route: Given<'setEntryRoute'>): this {
    this.page = route;
    return this;
  }

  setErrorHandler(answerTo: Given<'setErrorHandler'>): this {
    this.answerTo = answerTo;
    return this;
  }

  setApiRoutes(routes: Given<'setApiRoutes'>): this {
    this.routes = routes;
    return this;
  }

  setUIConfig(config: Given<'setUIConfig'>): this {
    this.uiConfig = config;
    return this;
  }
}
