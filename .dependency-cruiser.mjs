/** The ladder of libs, lowest rung first: a lib may use those before it, through their front door, none after it. */
const ladder = [
  'rules',
  'contracts',
  'platform',
  'people',
  'courses',
  'cohorts',
  'schedule',
  'discussion',
  'peer-review',
  'progress',
  'notifications',
  'reporting',
  'demo',
];

const frontDoor = '^libs/[^/]+/index\\.ts$';
const specs = '\\.spec\\.ts$';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    ...ladder
      .slice(0, -1)
      .map((rung, i) =>
        forbid(
          `${rung}-looks-up`,
          'Calls go down the ladder; what must go up travels as a fact.',
          { path: `^libs/${rung}/` },
          { path: `^libs/(${ladder.slice(i + 1).join('|')})/` },
        ),
      ),
    forbid(
      'not-on-the-ladder',
      'A new lib takes its place in the list above.',
      { path: '^libs/', pathNot: `^libs/(${ladder.join('|')})/` },
      {},
    ),
    forbid(
      'past-the-front-door',
      'Another lib is used through its index.ts.',
      { path: '^(?:libs/([^/]+)|apps)/', pathNot: specs },
      { path: '^libs/', pathNot: ['^libs/$1/', frontDoor] },
    ),
    forbid(
      'by-its-alias',
      'Another lib is named @kohorte/…, not by a path.',
      { path: '^(?:libs/([^/]+)|apps)/' },
      { path: '^libs/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased'] },
    ),
    forbid(
      'rules-are-pure',
      'Rules know Temporal and nothing else.',
      { path: '^libs/rules/', pathNot: specs },
      { pathNot: ['^libs/rules/', '^node_modules/temporal-polyfill/'] },
    ),
    forbid(
      'web-past-contracts-and-rules',
      'The browser gets contracts and rules, nothing of the server.',
      { path: '^apps/web/' },
      { path: '^(libs|apps|migrations)/', pathNot: '^(apps/web|libs/contracts|libs/rules)/' },
    ),
    forbid(
      'apps-apart',
      'Processes share libs, not each other; setup alone borrows the worker.',
      { path: '^apps/(api|worker|web)/' },
      { path: '^apps/[^/]+/', pathNot: '^apps/$1/' },
    ),
    forbid('libs-below-apps', 'Libs know nothing of who wires them.', { path: '^libs/' }, { path: '^(apps|test|scripts)/' }), // prettier-ignore
    forbid('migrations-alone', 'A step of the schema stays as it was written.', { path: '^migrations/' }, { path: '^(libs|apps)/' }), // prettier-ignore
    forbid('no-cycles', 'If two files need each other, one direction is a fact.', {}, { circular: true }),
    forbid(
      'found',
      'What is imported exists; what is built may not be yet.',
      {},
      { couldNotResolve: true, pathNot: '/dist/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|\\.(css|svg|png|json)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
