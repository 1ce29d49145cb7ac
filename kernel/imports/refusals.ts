import type { RefusalTable } from '../refusal.ts'

/** The lawful noes of imports. */
export const importRefusals = {
  'imports.column_missing': { status: 422 },
  'imports.column_twice': { status: 422 },
  'imports.column_unknown': { status: 422 },
  'imports.no_such_choice': { status: 422 },
  'imports.no_such_row': { status: 409 },
  'imports.let_go': { status: 410 },
  'imports.post_given_up': { status: 409 },
  'imports.stopped_by_mistake': { status: 500 },
} as const satisfies RefusalTable
