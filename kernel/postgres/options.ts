/** What a start is busy with, for a line of progress; a step that is not needed is not told. */
export type StartStep =
  | 'creating account'
  | 'copying programs'
  | 'creating database'
  | 'starting'
  | 'recovering'
  | 'ready'

export type EmbeddedOptions = {
  /** The installation's data folder; the database is `<dataDir>/postgres`. */
  dataDir: string
  /** A port of 127.0.0.1; unless told a free one is chosen and remembered in the data folder. */
  port?: number
  /** Where root keeps the database when PostgreSQL's account cannot enter the data folder. */
  refuge?: string
  onProgress: (step: StartStep) => void
  /** Told in one line what an operator may want to know later; never a password. */
  log: (line: string) => void
}
