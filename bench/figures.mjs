/**
 * All figures. Each measurement gives one or several; `crowd`: needs the cohort of 100,000; `web`: needs the web app;
 * `chromium`: needs a browser; `pure`: needs no house at all.
 */
export const measurements = [
  { figures: ['release.sweep'], crowd: true, run: () => import('./release.mjs').then(({ sweep }) => sweep) },
  { figures: ['release.mail'], crowd: true, run: () => import('./release.mjs').then(({ mail }) => mail) },
  {
    figures: ['http.outline', 'http.outline.statements', 'http.outline.flat'],
    crowd: true,
    run: () => import('./http.mjs').then(({ outline }) => outline),
  },
  {
    figures: ['http.home', 'http.home.statements', 'http.home.flat'],
    crowd: true,
    run: () => import('./http.mjs').then(({ home }) => home),
  },
  {
    figures: ['notify.digest', 'notify.digest.flat', 'notify.digest.statements'],
    crowd: true,
    run: () => import('./digest.mjs').then(({ digest }) => digest),
  },
  { figures: ['enrol.bulk'], crowd: true, run: () => import('./enrol.mjs').then(({ bulk }) => bulk) },
  { figures: ['web.first-load'], web: true, chromium: true, run: () => import('./web.mjs').then(({ firstLoad }) => firstLoad) }, // prettier-ignore
  {
    figures: ['web.performance', 'web.accessibility'],
    web: true,
    chromium: true,
    run: () => import('./web.mjs').then(({ lighthouse }) => lighthouse),
  },
  { figures: ['assemble.itc2007'], pure: true, run: () => import('./assemble.mjs').then(({ itc2007 }) => itc2007) },
  {
    figures: ['assemble.optimum'],
    pure: true,
    run: () => import('./assemble-optimum.mjs').then(({ optimum }) => optimum),
  },
  {
    figures: ['assemble.cohort', 'assemble.cohort.first', 'assemble.cohort.broken'],
    pure: true,
    run: () => import('./assemble-product.mjs').then(({ cohort }) => cohort),
  },
  {
    figures: ['assemble.company', 'assemble.company.broken'],
    pure: true,
    run: () => import('./assemble-product.mjs').then(({ whole }) => whole),
  },
  {
    figures: ['assemble.repair'],
    pure: true,
    run: () => import('./assemble-product.mjs').then(({ repair }) => repair),
  },
  {
    figures: ['20', '40', 'few', 'asked.20', 'asked.40', 'none.40'].map((what) => `review.coverage.${what}`),
    pure: true,
    run: () => import('./review.mjs').then(({ coverage }) => coverage),
  },
  {
    figures: ['review.accuracy', 'review.accuracy.calibrated', 'review.accuracy.honest', 'review.accuracy.interval'],
    pure: true,
    run: () => import('./review.mjs').then(({ accuracy }) => accuracy),
  },
  {
    figures: ['review.batch', 'review.batch.statements', 'review.batch.linear'],
    run: () => import('./review-allocation.mjs').then(({ batch }) => batch),
  },
  {
    figures: ['twice', 'lost', 'statements'].map((what) => `review.next.${what}`),
    run: () => import('./review-allocation.mjs').then(({ next }) => next),
  },
  { figures: ['review.clique'], pure: true, run: () => import('./review.mjs').then(({ clique }) => clique) },
  {
    figures: ['list', 'posts', 'list.last', 'posts.last', 'statements'].map((what) => `discussion.read.${what}`),
    run: () => import('./discussion.mjs').then(({ read }) => read),
  },
  { figures: ['discussion.post'], run: () => import('./discussion.mjs').then(({ post }) => post) },
  { figures: ['discussion.search'], run: () => import('./discussion.mjs').then(({ search }) => search) },
  {
    figures: ['discussion.live', 'discussion.live.memory'],
    run: () => import('./live.mjs').then(({ live }) => live),
  },
];
