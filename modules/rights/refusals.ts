import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

/** This module's lawful noes. */
export const rightsRefusals = {
  'rights.query_code_unknown': { status: 404 },
  'rights.no_union_to_ask': { status: 409 },
  'rights.nothing_by_this_phone': { status: 404 },
  'rights.extended_already': { status: 409, basis: '2.7' },
  'rights.extension_too_late': { status: 409, basis: 'T-16' },
  'rights.urgent_not_extended': { status: 409, basis: '2.7' },
  'rights.clock_runs_on': { status: 409, basis: 'T-11' },
  'rights.no_second_opinion': { status: 409, basis: '2.7' },
  'rights.not_alike': { status: 422 },
  'rights.unit_closing': { status: 409 },
} as const satisfies RefusalTable
