import { makeIdentityNumber } from '@gongqiao/codes'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { noticeVersion } from '@gongqiao/modules/membership/index.ts'
import type { BenchNation } from './nation.ts'

/** A joining form as the member app sends it; nobody of that description exists. */
export type JoiningForm = {
  readonly code: string
  readonly name: string
  readonly identityKind: 'resident_card'
  readonly identityNumber: string
  readonly phone: string
  readonly phoneCode: string
  readonly consents: { readonly notice: string; readonly sensitive: true }
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高'
const givenNames = '伟芳娜敏静丽强磊军洋明华平刚桂英玉兰志国'
const daysOfBirth = 15_000
const sequences = 999
const phoneCode = '246810'

/** The nth form: number and phone are nobody else's, and its county is the next in turn. */
export function joiningForm(nation: BenchNation, ordinal: number): JoiningForm {
  const county = nation.counties[ordinal % nation.counties.length]
  if (!county) throw new Error('a nation has counties')
  const day = Math.floor(ordinal / sequences) % daysOfBirth
  const birthDate = new Date(Date.UTC(1962, 0, 1 + day)).toISOString().slice(0, 10)
  const character = (from: string, at: number) => from[at % from.length] ?? ''
  return {
    code: county.code,
    name: character(surnames, ordinal) + character(givenNames, ordinal * 7) + character(givenNames, ordinal * 3 + 1),
    identityKind: 'resident_card',
    identityNumber: makeIdentityNumber({ address: '440103', birthDate, sequence: 1 + (ordinal % sequences) }),
    phone: `154${String(10_000_000 + ordinal).padStart(8, '0')}`,
    phoneCode,
    consents: { notice: noticeVersion, sensitive: true },
  }
}

/** Makes forms for people who have not applied yet, in this run or in an earlier one over the same data. */
export async function newForms(services: Services, nation: BenchNation, howMany: number): Promise<JoiningForm[]> {
  const { next } = await inTransaction(services.pool, undefined, (tx) =>
    tx.one<{ next: number }>(
      `insert into kernel.installation (id, value, changed_at) values ('bench people', to_jsonb($1::int), $2)
       on conflict (id) do update set value = to_jsonb(installation.value::int + excluded.value::int)
       returning value::int as next`,
      [howMany, services.now()],
    ),
  )
  return Array.from({ length: howMany }, (_, index) => joiningForm(nation, next - howMany + index))
}

/** Puts the code of each form on its phone, as sending does, valid for a day: the bench is no test of patience. */
export async function sendCodes(services: Services, forms: readonly JoiningForm[]): Promise<void> {
  const { keyring, pool } = services
  const now = services.now()
  const column = (of: (form: JoiningForm) => Buffer) => forms.map(of)
  await inTransaction(pool, undefined, (tx) =>
    tx.run(
      `insert into people.phone_code (digest, code, sent_at, expires_at, tries, sent_today)
       select digest, code, $3, $4, 0, 1 from unnest($1::bytea[], $2::bytea[]) as c (digest, code)`,
      [
        column((form) => keyring.digest('phone', form.phone)),
        column((form) => keyring.digest('code', `${form.phone} ${form.phoneCode}`)),
        now,
        new Date(now.getTime() + 86_400_000),
      ],
    ),
  )
}
