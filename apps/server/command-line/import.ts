import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { PostActor } from '@gongqiao/kernel/command/actor.ts'
import { ask } from '@gongqiao/kernel/command/ask.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { mapImport } from '@gongqiao/kernel/imports/commands/map-import.ts'
import { runImport } from '@gongqiao/kernel/imports/commands/steps.ts'
import { uploadImport } from '@gongqiao/kernel/imports/commands/upload-import.ts'
import type { ImportView } from '@gongqiao/kernel/imports/contract.ts'
import { drawErrorFile } from '@gongqiao/kernel/imports/queries/draw-error-file.ts'
import { findImport } from '@gongqiao/kernel/imports/queries/find-import.ts'
import { workOnImports } from '@gongqiao/kernel/imports/work.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { findActingPost, findOpenUnit, unionId } from '@gongqiao/modules/organization/index.ts'
import { importParts } from '../import-parts.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { CannotOpen, withInstallation } from './installation.ts'

/** Short words for the kinds of sheets. */
const kindsByWord: { readonly [word: string]: string } = {
  people: 'membership.roster',
  units: 'organization.units',
  officers: 'organization.officers',
}

/** `gongqiao import`: brings a sheet in without a screen, as whoever answers for the union. */
export const importSheet: CliCommand = {
  name: 'import',
  summary: 'Brings a sheet in: units, officers or people, by the same road as the console.',
  takes: ['FILE'],
  options: {
    unit: { type: 'text', value: 'CODE|ID', words: 'the union it is for: division code, credit code or id' },
    kind: { type: 'text', value: 'KIND', words: 'people, units or officers' },
    post: { type: 'text', value: 'ID', words: 'act as this post; otherwise as the one that answers for the union' },
    errors: { type: 'text', value: 'FILE', words: 'where the rows that were not taken are written, xlsx' },
    'dry-run': { type: 'flag', words: 'say what would be done, and do nothing' },
  },
  details: `Columns are taken for what their headings say, or for what a clerk of the union said the last time. What only a clerk can
decide is left undecided and stands in the file of errors. A server may run meanwhile, and may do part of the work.`,
  async run(given, surroundings) {
    const [name = ''] = given.words
    const [unit, word] = [given.text('unit'), given.text('kind')]
    if (unit === undefined || word === undefined) throw new UsageFault('--unit and --kind are needed')
    const kind = kindsByWord[word] ?? word
    if (!importParts.kinds.some((known) => known.name === kind))
      throw new UsageFault(`--kind is one of ${Object.keys(kindsByWord).join(', ')}, not ${word}`)
    const file = resolve(name)
    const bytes = await readFile(file).catch((cause: unknown) => {
      throw new CannotOpen(`${file} cannot be read`, { cause })
    })
    const { terminal, stopped } = surroundings
    return withInstallation(surroundings, async ({ services }) => {
      const actor = await actorFor(services, unit, given.text('post'))
      const say = terminal.say
      try {
        const input = { unit: actor.unit, kind, name: basename(file), bytes }
        const sent = (await perform(services, actor.post, uploadImport(importParts), input)).answer
        const key = { cell: sent.cell, import: sent.import }
        if (sent.missing.length > 0) throw new CannotOpen(`no column is taken for ${sent.missing.join(', ')}`)
        for (const line of sent.dropped) say(line)
        const columns = sent.sheetColumns.map(({ index, key: as }) => ({ index, key: as }))
        const mapping = { headerRows: sent.headerRows, columns, ...(sent.sheet !== '' && { sheet: sent.sheet }) }
        await perform(services, actor.post, mapImport(importParts), { ...key, mapping })
        const looked = await finished()
        const { counts } = looked
        say(
          `${looked.total ?? 0} rows: ${counts.new} new, ${counts.changed} changed, ${counts.same} as they are, ${counts.needsPerson} for the person to confirm, ${counts.ambiguous} undecided, ${counts.invalid} faulty; ${counts.gone} people or units are no longer in the sheet`,
        )
        for (const fault of looked.faults) say(`  ${fault.rows} × ${fault.title}: ${fault.text.replaceAll('\n', ' ')}`)
        if (!given.flag('dry-run') && looked.steps.includes('run')) {
          await perform(services, actor.post, runImport(importParts), key)
          const { outcomes } = await finished()
          say(
            `${outcomes.applied} done, ${outcomes.asked} asked, ${outcomes.stale} left alone because things had changed`,
          )
        }
        const errors = given.text('errors')
        if (errors !== undefined) {
          const { bytes: made } = await ask(services, actor.post, drawErrorFile(importParts), key)
          if (Buffer.isBuffer(made)) await writeFile(resolve(errors), made)
          say(`what was not taken stands in ${resolve(errors)}`)
        }
        return 0

        /** Works on the import, with the server if there is one, until nothing is to be done. */
        async function finished(): Promise<ImportView> {
          for (;;) {
            await workOnImports(importParts, services, stopped)
            stopped.throwIfAborted()
            const view = await ask(services, actor.post, findImport(importParts), key)
            if (view.state === 'failed') throw new CannotOpen(view.trouble ?? 'the import failed')
            if (view.state !== 'checking' && view.state !== 'running') return view
            terminal.progress(`${view.state} ${view.progress.done} of ${view.progress.of ?? '?'}`)
            await new Promise((later) => setTimeout(later, 200))
          }
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        throw new CannotOpen(services.say('zh', error.code, error.variables), { cause: error })
      }
    })
  },
}

/** Who acts: the post that answers for the union, by whoever holds it. */
async function actorFor(
  services: Services,
  named: string,
  wanted: string | undefined,
): Promise<{ readonly unit: string; readonly post: PostActor }> {
  return inTransaction(services.pool, undefined, async (tx) => {
    const byCode = await tx.maybe<{ id: string }>('select id from organization.unit where credit_code = $1 limit 1', [
      named,
    ])
    const id = isId(named) ? named : (byCode?.id ?? (/^\d{6,12}$/.test(named) ? unionId(named) : undefined))
    const unit = id === undefined ? undefined : await findOpenUnit(tx, id)
    if (!unit) throw new CannotOpen(`no union is known by ${named}`)
    const post = wanted ?? unit.desk_post_id
    const holder = await tx.maybe<{ account: string; name: string }>(
      `select account_id as account, holder_name as name from kernel.post_holding
       where post_id = $1 and valid_to is null and superseded_at is null`,
      [post],
    )
    const acting = holder && post ? await findActingPost(services, holder.account, post) : undefined
    if (!holder || !acting)
      throw new CannotOpen(`nobody holds a post that answers for ${unit.name}: name one by --post`)
    const { account, name } = holder
    return { unit: unit.id, post: { kind: 'post', account, name, post: acting, language: 'zh', keyOwner: account } }
  })
}
