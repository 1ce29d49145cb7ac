// Who may use whom. `tools/check-boundaries.ts` applies this page to every import.
module.exports = {
  // Apps use modules, modules the kernel, the kernel its shared part; a layer sees itself and what stands here for it.
  layers: {
    packages: [],
    shared: ['packages'],
    kernel: ['shared', 'packages'],
    modules: ['kernel', 'shared', 'packages'],
    ui: ['shared', 'packages'],
    console: ['ui', 'modules', 'shared', 'packages'],
    member: ['ui', 'modules', 'shared', 'packages'],
    server: ['modules', 'kernel', 'shared', 'packages'],
    tests: ['server', 'modules', 'kernel', 'shared', 'packages'],
    tools: ['server', 'modules', 'kernel', 'shared', 'packages', 'tests'],
  },

  // A module calls only those above it; facts come back down.
  modules: [
    'people',
    'organization',
    'membership',
    'elections',
    'funds',
    'rights',
    'assistance',
    'places',
    'learning',
    'innovation',
    'honours',
    'employment',
    'publishing',
    'exchange',
    'insight',
    // Fills an installation that nobody lives in; calls any module and none calls it.
    'demonstration',
  ],

  // Another module is entered here. `texts/` holds words only.
  doors: ['index.ts', 'contract.ts', 'machine.ts', 'texts/'],

  // Screens take types from a contract (the kernel's too, and a room's own) and values from a machine, so that no schema library reaches a phone.
  screenDoors: { types: ['contract.ts'], values: ['machine.ts', 'texts/'] },

  // Inside a module each uses only what stands before it, or beside it on the same line.
  inside: [
    ['machine.ts', 'texts/'],
    ['contract.ts'],
    ['rules.ts'],
    ['tables.ts'],
    ['commands/', 'queries/'],
    ['index.ts'],
    ['routes.ts', 'jobs.ts', 'exports.ts'],
  ],

  // Only the server opens these.
  serverOnly: ['routes.ts', 'jobs.ts', 'exports.ts'],

  // What a screen's code may never reach, however many steps away.
  kept: { member: ['typebox', 'node:', 'pg'], console: ['node:', 'pg'] },
}
