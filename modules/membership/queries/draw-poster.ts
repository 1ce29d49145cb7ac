import type { Readable } from 'node:stream'
import { civilDay } from '@gongqiao/calendar'
import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { languages } from '@gongqiao/kernel/shared/texts.ts'
import { findOpenUnit, takesMembers, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { joiningLink, shortLink } from '../joining-code.ts'
import { findCode } from '../joining-codes.ts'
import { application } from '../machine.ts'
import type { Poster, PosterWords } from '../posters/poster.ts'
import { writePosters } from '../posters/write-posters.ts'
import { posterTexts } from '../texts/poster.ts'

export const PosterLanguage = Type.Enum([...languages])
export const PosterFile = Type.Object({
  mediaType: Type.String(),
  bytes: Type.Unsafe<Readable>(Type.Unknown()),
  fileName: Type.String(),
})

/** A union's helpline, the same in the whole country. */
const hotline = '12351'

/** What stands on every poster made today for a place. */
export function posterWords(
  services: Services,
  cell: number,
  language: PosterWords['language'],
  now: Date,
  today: string,
): PosterWords {
  const workdays = services.deadlines.rule(application.states.submitted.clock, today, { cell }).length
  return { language, brand: services.brand, hotline, workdays, made: now }
}

/** What stands on the poster of one joining code. */
export function posterOf(
  services: Services,
  code: { readonly token: string; readonly short_code: string; readonly expires_at: Date },
  unit: { readonly name: string; readonly upper: string | null },
): Poster {
  return {
    unit: unit.name,
    upper: unit.upper,
    link: joiningLink(services, code.token),
    shortCode: code.short_code,
    shortLink: shortLink(services, code.short_code),
    until: civilDay(code.expires_at),
  }
}

/**
 * The poster of a joining code as a PDF of A4: square, short code, and what happens with the data (PI-04).
 *
 * Refuses `kernel.absent`, `membership.code_expired`, `membership.code_revoked`, `membership.unit_closing`.
 */
export const drawPoster = query({
  act: 'membership.list_codes',
  by: ['post'],
  input: Type.Object({ cell: Cell, id: Id, language: PosterLanguage }, { additionalProperties: false }),
  output: PosterFile,
  cellOf: (input) => input.cell,
  async run({ tx, input, now, today, allow, services }) {
    const code = await findCode(tx, input.cell, input.id)
    const unit = code && (await findOpenUnit(tx, code.unit_id))
    if (!code || !unit) throw absent()
    allow({ cell: input.cell, path: code.path })
    if (!takesMembers(unit)) throw new Refusal('membership.unit_closing')
    if (code.revoked_at) throw new Refusal('membership.code_revoked')
    if (code.expires_at <= now) throw new Refusal('membership.code_expired')
    const words = posterWords(services, input.cell, input.language, now, today)
    const poster = posterOf(services, code, { name: unit.name, upper: upperNameOf(unit)?.name ?? null })
    const title = posterTexts(input.language)('title')
    return {
      mediaType: 'application/pdf',
      bytes: writePosters([poster], words),
      fileName: `${title} ${unit.short_name}.pdf`,
    }
  },
})
