import { query } from '@gongqiao/kernel/command/query.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { PosterScope, posterRoot, posterUnits } from '../posters/poster-units.ts'
import { writePosters } from '../posters/write-posters.ts'
import { posterTexts } from '../texts/poster.ts'
import { PosterFile, PosterLanguage, posterOf, posterWords } from './draw-poster.ts'

/**
 * The posters of a union and all below it as one PDF, a page for each that has an open joining code, in the order of the
 * tree. Pages go out as they are drawn.
 *
 * Refuses `kernel.absent`, `membership.posters_by_county`, `membership.no_open_codes`.
 */
export const drawPosters = query({
  act: 'membership.list_codes',
  by: ['post'],
  input: Type.Object({ unit: Id, scope: PosterScope, language: PosterLanguage }, { additionalProperties: false }),
  output: PosterFile,
  async run({ tx, input, now, today, allow, services }) {
    const { unit, range } = await posterRoot(tx, input.unit)
    allow({ cell: unit.cell_id, path: unit.path })
    const posters = (await posterUnits(tx, range, input.scope, now)).flatMap((row) => {
      const { token, short_code, expires_at } = row
      if (token === null || short_code === null || expires_at === null) return []
      return [posterOf(services, { token, short_code, expires_at }, row)]
    })
    if (posters.length === 0) throw new Refusal('membership.no_open_codes')
    const words = posterWords(services, unit.cell_id, input.language, now, today)
    const title = posterTexts(input.language)('title')
    return {
      mediaType: 'application/pdf',
      bytes: writePosters(posters, words),
      fileName: `${title} ${unit.short_name}.pdf`,
    }
  },
})
