import type { Fact } from '@gongqiao/kernel/command/command.ts'
import { command } from '@gongqiao/kernel/command/command.ts'
import { fill } from '@gongqiao/kernel/shared/texts.ts'
import { en as kernelEn } from '@gongqiao/kernel/texts/en.ts'
import { zh as kernelZh } from '@gongqiao/kernel/texts/zh.ts'
import { BulkConfirmation, type BulkResult, BulkResult as Result } from '../contract.ts'
import { confirmApplications, type Decided, openApplications } from '../deciding.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'

const words = { zh: { ...kernelZh, ...zh }, en: { ...kernelEn, ...en } }

/**
 * Confirms up to 200 applications with one decision day. Each stands by itself: what cannot be confirmed is named with
 * its reason, and the others are confirmed.
 *
 * @see rulebook MEM-11
 */
export const confirmManyApplications = command({
  act: 'membership.confirm',
  by: ['post'],
  input: BulkConfirmation,
  output: Result,
  cellOf: (input) => input.items[0]?.cell,
  async run(context) {
    const { input, allow, actor } = context
    const facts: Fact[] = []
    const items: BulkResult['items'] = []
    const cells = Map.groupBy(input.items, (item) => item.cell)
    allow.anywhere()
    for (const [cell, wanted] of [...cells].sort(([a], [b]) => a - b)) {
      const open = await openApplications(
        context,
        cell,
        wanted.map((item) => item.matter),
      )
      for (const item of open) allow(item.matter.host)
      const result = await confirmApplications(context, cell, open, input.decidedOn)
      const found = new Set(open.map((item) => item.matter.id))
      const missing: Decided[] = wanted
        .filter((item) => !found.has(item.matter))
        .map(({ matter }) => ({ matter, code: 'kernel.absent' }))
      facts.push(...result.facts)
      for (const { matter, code } of [...result.decided, ...missing])
        items.push({ cell, matter, done: code === null, code, text: textOf(code) })
    }
    return {
      cell: input.items[0]?.cell ?? 0,
      after: { decidedOn: input.decidedOn, confirmed: items.filter((item) => item.done).map((item) => item.matter) },
      facts,
      answer: { items },
    }

    function textOf(code: string | null): string | null {
      if (code === null) return null
      const table: { readonly [code: string]: string } = words[actor.language]
      return fill(table[code] ?? code, {}).replace('\n', ' ')
    }
  },
})
