import type { RefusalTable } from '@gongqiao/kernel/refusal.ts'

/** This module's lawful noes. */
export const peopleRefusals = {
  'people.phone_code_wrong': { status: 422 },
  'people.phone_code_over': { status: 422 },
  'people.phone_of_another': { status: 409 },
  'people.nobody_by_this_phone': { status: 404 },
} as const satisfies RefusalTable
