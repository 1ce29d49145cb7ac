import { query } from '@gongqiao/kernel/command/query.ts'
import { newestOutgoing } from '@gongqiao/kernel/messages/outgoing.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { workerPhone } from '../accounts.ts'
import { type Demonstration, DemonstrationInbox } from '../contract.ts'
import { demonstrationPassword, totpCodeOf } from '../sign-ins.ts'

/**
 * The visible inbox of a demonstration 演示收件箱: the text messages that would have gone out, the officers with their
 * codes, the worker, and a joining link. It does not exist in production.
 */
export const listInbox = query({
  act: 'demonstration.list_inbox',
  by: ['anyone'],
  input: Nothing,
  output: DemonstrationInbox,
  async run({ tx, now, allow, services }) {
    if (!services.demonstration) throw new Refusal('kernel.no_such_address')
    allow.everybody('nobody in a demonstration exists')
    const messages = await newestOutgoing(tx, services, 30)
    const officers = await tx.many<{ login: string; name: string; title: string; unit: string }>(
      `select s.username as login, s.name, p.title, p.unit_name as unit from signin."user" s
       join kernel.post_holding h on h.account_id = s.id::uuid and h.valid_to is null and h.superseded_at is null
       join kernel.post p on p.id = h.post_id where s.username like 'demo-%' order by p.cell_id = 100000 desc, p.cell_id, p.path, p.id limit 50`,
    )
    const demonstration = await tx.maybe<{ value: Demonstration }>(
      `select value from kernel.installation where id = 'demonstration'`,
    )
    return {
      items: messages.map(({ at, address, text }) => ({ at: at.toISOString(), channel: 'sms', to: address, text })),
      officers: officers.map(({ login, name, title, unit }) => {
        const { code, secondsLeft } = totpCodeOf(login, now)
        return {
          login,
          password: demonstrationPassword,
          name,
          post: `${unit} ${title}`,
          code,
          codeSecondsLeft: secondsLeft,
        }
      }),
      worker: { phone: workerPhone },
      listed: [...(demonstration?.value.listed ?? [])],
      joinLink: demonstration?.value.joinLink ?? null,
    }
  },
})
