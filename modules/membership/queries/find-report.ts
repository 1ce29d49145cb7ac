import { query } from '@gongqiao/kernel/command/query.ts'
import { ReportKey, ReportView } from '../contract.ts'
import { reportView } from '../report-view.ts'

/** One report that somebody used a member's number, for the officer who looks into it. Refuses `kernel.absent`. */
export const findReport = query({
  act: 'membership.view_report',
  by: ['post'],
  input: ReportKey,
  output: ReportView,
  subjects: (view) => [{ cell: view.cell, people: [view.person] }],
  async run({ tx, input, actor, today, allow, services }) {
    const { view, path } = await reportView(tx, services, input.cell, input.matter, today, actor.language)
    allow({ cell: input.cell, path })
    return view
  },
})
