import { setTimeout as sleep } from 'node:timers/promises'
import { makeIdentityNumber } from '@gongqiao/codes'
import type { ImportView } from '@gongqiao/kernel/imports/contract.ts'
import type { Sheet } from '../afternoon/sheets.ts'
import type { Newcomer } from '../stories/people.ts'
import type { Party } from './party.ts'

/** A line of the roster that the personnel office keeps. */
export type Listed = Newcomer & { readonly since: string }

const surnames = [...'王李张刘陈杨黄赵吴徐孙马朱胡高']
const givenNames = [...'建国志强秀兰玉梅海燕文军小红']
let ordinal = 0

/** Invents so many people of the roster; none is called as anybody with a part of their own. */
export function listed(howMany: number): Listed[] {
  return Array.from({ length: howMany }, () => {
    const at = ordinal++
    const day = new Date(Date.UTC(1970, 0, 5 + at * 17)).toISOString().slice(0, 10)
    const given = [at, at * 3 + Math.floor(at / surnames.length)].map((step) => givenNames[step % givenNames.length])
    return {
      name: `${surnames[at % surnames.length]}${given.join('')}`,
      number: makeIdentityNumber({ address: '330825', birthDate: day, sequence: 101 + (at % 800) }),
      phone: `15410${String(at).padStart(6, '0')}`,
      since: `20${10 + (at % 14)}-0${1 + (at % 9)}-15`,
    }
  })
}

/** A phone number that nobody has. */
export const freePhone = (place: number) => `15411${String(place).padStart(6, '0')}`

/** The roster as the personnel office hands it over. */
export function rosterOf(name: string, unit: string, people: readonly Listed[]): Omit<Sheet, 'rows' | 'faulty'> {
  const lines = people.map(({ name: who, number, phone, since }) => [who, number, phone, unit, since].join(','))
  const text = ['姓名,身份证号码,联系电话,工会名称,入会日期', ...lines].join('\r\n')
  return { name, mediaType: 'text/csv', bytes: Buffer.from(`\ufeff${text}`) }
}

/** Brings a sheet in over the interface, to its end. */
export async function broughtIn(
  party: Party,
  unit: string,
  kind: string,
  { name, bytes, mediaType }: Omit<Sheet, 'rows' | 'faulty'>,
): Promise<ImportView> {
  const path = `/units/${unit}/imports/${kind}?name=${encodeURIComponent(name)}`
  const view = await party.upload<ImportView>(path, bytes, mediaType)
  const one = `/cells/${view.cell}/imports/${view.import}`
  const until = async (state: string) => {
    for (;;) {
      const now = await party.ask<ImportView>(one)
      if (now.state === state) return now
      if (now.state === 'failed') throw new Error(`${name}: ${now.trouble}`)
      await sleep(100)
    }
  }
  const columns = view.sheetColumns.map(({ index, key }) => ({ index, key }))
  await party.send(`${one}/mapping`, { mapping: { headerRows: view.headerRows, columns } })
  await until('checked')
  await party.send(`${one}/run`)
  return until('done')
}
