import type { OfficerInvitation, PrintedInvitations, Unit } from '@gongqiao/modules/organization/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { PrintInvitations, RevokeInvitation } from './invitation-acts.tsx'
import { invitationsQuery, renewInvitation } from './invitation-queries.ts'
import { useInvitationsSay } from './invitation-texts.ts'
import './invitations.css'
import { InviteDialog } from './invite-dialog.tsx'
import { MadeLink } from './made-link.tsx'
import { PrintedInvitationSheet } from './printed-invitations.tsx'

type Doing =
  | { readonly what: 'invite' | 'print' }
  | { readonly what: 'made' | 'revoke'; readonly invitation: OfficerInvitation }

/** Who is invited to posts of a union and of those below it, and what may be done about each. */
export function InvitationsSection({ unit }: { unit: Pick<Unit, 'id' | 'name' | 'level'> }) {
  const say = useInvitationsSay()
  const { api } = useActing()
  const list = useInfiniteQuery(invitationsQuery(api, unit.id))
  const [doing, setDoing] = useState<Doing | null>(null)
  const [printed, setPrinted] = useState<PrintedInvitations | null>(null)
  const close = () => setDoing(null)
  const donePrinting = useCallback(() => setPrinted(null), [])
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const waiting = items.filter(({ state }) => state === 'open' || state === 'expired')
  return (
    <section className="invitations" aria-labelledby="invitations-title">
      <div className="invitations-head">
        <h3 id="invitations-title">{say('title')}</h3>
        <div className="invitations-acts">
          {waiting.length > 0 ? <Button onClick={() => setDoing({ what: 'print' })}>{say('print')}</Button> : null}
          <Button type="primary" onClick={() => setDoing({ what: 'invite' })}>
            {say('invite')}
          </Button>
        </div>
      </div>
      <p className="soft">{say('words')}</p>
      {list.isError ? <FailureNotice failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading what={say('loading')} rows={3} /> : null}
      {list.isSuccess && items.length === 0 ? <Empty title={say('none')}>{say('none.words')}</Empty> : null}
      {items.length > 0 ? (
        <InvitationTable
          items={items}
          onMade={(invitation) => setDoing({ what: 'made', invitation })}
          onRevoke={(invitation) => setDoing({ what: 'revoke', invitation })}
        />
      ) : null}
      {items.length > 0 ? (
        <ListEnd
          count={items.length}
          more={list.hasNextPage ? () => void list.fetchNextPage() : null}
          busy={list.isFetchingNextPage}
        />
      ) : null}
      {doing?.what === 'invite' ? (
        <InviteDialog
          unit={unit.id}
          level={unit.level}
          onMade={(invitation) => setDoing({ what: 'made', invitation })}
          close={close}
        />
      ) : null}
      {doing?.what === 'made' ? <MadeLink made={doing.invitation} close={close} /> : null}
      {doing?.what === 'revoke' ? <RevokeInvitation invitation={doing.invitation} close={close} /> : null}
      {doing?.what === 'print' ? (
        <PrintInvitations
          open={waiting.slice(0, 200)}
          onPrinted={(sheets) => {
            close()
            setPrinted(sheets)
          }}
          close={close}
        />
      ) : null}
      {printed ? <PrintedInvitationSheet printed={printed} unit={unit.name} done={donePrinting} /> : null}
    </section>
  )
}

function InvitationTable({
  items,
  onMade,
  onRevoke,
}: {
  items: readonly OfficerInvitation[]
  onMade: (made: OfficerInvitation) => void
  onRevoke: (invitation: OfficerInvitation) => void
}) {
  const say = useInvitationsSay()
  const language = useLanguage()
  return (
    <div className="table-box">
      <table className="table folds">
        <thead>
          <tr>
            <th scope="col">{say('who')}</th>
            <th scope="col">{say('post')}</th>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('sent')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('act')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.invitation}>
              <th scope="row">{item.name}</th>
              <td data-label={say('post')}>{item.title}</td>
              <td data-label={say('unit')}>{item.unit.name}</td>
              <td data-label={say('sent')}>
                {item.phone ?? item.mail ?? <span className="soft">{say('sent.none')}</span>}
              </td>
              <td data-label={say('state')}>
                {item.state === 'open'
                  ? say('state.open', { day: formatDay(dayOf(item.expiresAt), language) })
                  : say(`state.${item.state}`)}
              </td>
              <td>
                {item.state === 'open' || item.state === 'expired' ? (
                  <span className="invitations-acts">
                    <RenewButton item={item} onMade={onMade} />
                    <Button
                      size="small"
                      onClick={() => onRevoke(item)}
                      aria-label={say('revoke.of', { name: item.name })}
                    >
                      {say('revoke')}
                    </Button>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RenewButton({ item, onMade }: { item: OfficerInvitation; onMade: (made: OfficerInvitation) => void }) {
  const say = useInvitationsSay()
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const renew = useMutation({
    mutationFn: () => renewInvitation(api, item, key.now()),
    onSuccess: async (made) => {
      key.done()
      onMade(made)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'invitations'] })
    },
    onError: key.done,
  })
  return (
    <>
      <Button
        size="small"
        onClick={() => renew.mutate()}
        loading={renew.isPending}
        aria-label={say('renew.of', { name: item.name })}
      >
        {say('renew')}
      </Button>
      {renew.isError ? <FailureNotice failure={renew.error} quiet /> : null}
    </>
  )
}
