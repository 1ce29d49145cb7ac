import type { Language } from '@gongqiao/kernel/shared/texts.ts'

/** What stands on one poster. */
export type Poster = {
  readonly unit: string
  readonly upper: string | null
  /** What the square says. */
  readonly link: string
  readonly shortCode: string
  readonly shortLink: string
  /** `YYYY-MM-DD` */
  readonly until: string
}

/** What stands on every poster of a file. */
export type PosterWords = {
  readonly language: Language
  readonly brand: string
  readonly hotline: string
  /** Working days the union has to confirm. */
  readonly workdays: number
  readonly made: Date
}
