import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** How long a code is valid, when another may be asked for, and how many a day. */
export const phoneCodeLimits = { validSeconds: 300, againSeconds: 60, dailyMost: 10 } as const

const statement = hot(
  'people.keep_phone_code',
  `insert into people.phone_code (digest, code, sent_at, expires_at, tries, sent_today) values ($1, $2, $3, $4, 0, 1)
   on conflict (digest) do update set code = excluded.code, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
     tries = 0, sent_today = case when phone_code.sent_at::date = excluded.sent_at::date then phone_code.sent_today + 1 else 1 end
   where phone_code.sent_at <= $5
     and (phone_code.sent_today < $6 or phone_code.sent_at::date < excluded.sent_at::date)`,
)

/** Keeps a code for a phone, by digests only. False when it is too soon after the last one or too many today. */
export async function keepPhoneCode(
  tx: Tx,
  { keyring }: Pick<Services, 'keyring'>,
  phone: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const { validSeconds, againSeconds, dailyMost } = phoneCodeLimits
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const values = [
    keyring.digest('phone', phone),
    keyring.digest('code', `${phone} ${code}`),
    now,
    later(validSeconds),
    later(-againSeconds),
    dailyMost,
  ]
  return (await tx.run(statement, values)) === 1
}
