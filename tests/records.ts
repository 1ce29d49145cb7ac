import { expect } from 'vitest'
import { matterParts } from '../apps/server/matter-parts.ts'
import type { PersonActor, PostActor } from '../kernel/command/actor.ts'
import { suites } from '../kernel/crypto/suites.ts'
import { checkPack } from '../kernel/packs/check-pack.ts'
import { findMyRecordOfMatter, findRecord } from '../kernel/packs/find-record.ts'
import type { PackBody } from '../kernel/packs/pack.ts'
import type { House } from './house.ts'

/** A record as it left the house: its data file, and what is in it. */
export type TakenRecord = { readonly json: string; readonly body: PackBody }

/** Takes the record of a matter as an officer or its person does, and checks it as a machine does that has only the file. */
export async function takeRecord(
  house: House,
  actor: PostActor | PersonActor,
  { cell, matter }: { readonly cell: number; readonly matter: string },
): Promise<TakenRecord> {
  const asked = { cell, matter, form: 'json' }
  const { bytes } =
    actor.kind === 'post'
      ? await house.asks(actor, findRecord(matterParts), asked)
      : await house.asks(actor, findMyRecordOfMatter(matterParts), asked)
  const json = Buffer.isBuffer(bytes) ? bytes.toString('utf8') : ''
  const { pack, faults } = checkPack(json, suites)
  expect(faults).toEqual([])
  if (!pack) throw new Error('a record is a pack')
  // Whoever reads a record on paper has never seen a code of ours.
  const spoken = pack.body.history.flatMap(({ stepWords, toWords, reason }) => [stepWords, toWords, reason ?? ''])
  expect(spoken.filter((words) => /^[a-z_]+$/.test(words))).toEqual([])
  return { json, body: pack.body }
}

/** Every labelled line of a record. */
export const linesOf = ({ body }: TakenRecord) => body.content.flatMap(({ rows }) => rows)

/** The titles of its parts. */
export const titlesOf = ({ body }: TakenRecord) => body.content.map(({ title }) => title)

/** Changes each value of the content and each hash of a file by one character, and expects that every one is found. */
export function expectEveryChangeFound({ json, body }: TakenRecord): void {
  const codesOf = (changed: PackBody) => {
    const pack = JSON.parse(json)
    return checkPack(JSON.stringify({ ...pack, body: changed }), suites).faults.map(({ code }) => code)
  }
  expect(codesOf(body)).toEqual([])
  for (const [part, { rows }] of body.content.entries())
    for (const at of rows.keys()) {
      const content = body.content.map((section, index) =>
        index === part
          ? {
              ...section,
              rows: section.rows.map((row, line) => (line === at ? ([row[0], turned(row[1])] as const) : row)),
            }
          : section,
      )
      expect(codesOf({ ...body, content })).toContain('body_changed')
    }
  for (const at of body.attachments.keys()) {
    const attachments = body.attachments.map((file, index) =>
      index === at ? { ...file, hash: turned(file.hash) } : file,
    )
    expect(codesOf({ ...body, attachments })).toContain('body_changed')
  }
}

/** A text with its last character changed. */
const turned = (text: string) => `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`

/** What a check says of files that lie beside a record under the names it gives them. */
export function checkedWith({ json }: TakenRecord, files: { readonly [name: string]: Buffer }): string[] {
  return checkPack(json, suites, new Map(Object.entries(files))).faults.map(({ code, at }) => `${code} ${at}`)
}
