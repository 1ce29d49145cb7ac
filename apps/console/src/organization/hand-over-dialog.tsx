import type { Post } from '@gongqiao/modules/organization/contract.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { Loading } from '../kit/states.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { handOverPost, officersQuery } from './queries.ts'
import { useOrganizationSay } from './texts/index.ts'

/** Hands a post to another officer, after saying what follows: its queue stays with it. */
export function HandOverDialog({
  post,
  unit,
  yours,
  close,
}: {
  post: Post
  unit: string
  yours: boolean
  close: () => void
}) {
  const say = useOrganizationSay()
  const kit = useKitSay()
  const { api, self } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const officers = useQuery(officersQuery(api, unit))
  const [to, setTo] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const others = officers.data?.items.filter((officer) => !yours || officer.account !== self.account) ?? []
  const hand = useMutation({
    mutationFn: (account: string) => handOverPost(api, post.id, account, key.now()),
    onSuccess: async (after) => {
      message.success(say('hand.done', { post: post.title, name: after.holderName ?? '' }))
      close()
      await client.invalidateQueries()
    },
    onError: key.refused,
  })

  function go() {
    setTried(true)
    if (to !== null) hand.mutate(to)
  }

  const fault = tried && to === null ? say('hand.need') : null
  return (
    <Modal
      open
      title={say('hand.title', { post: post.title })}
      okText={say('hand.go')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={hand.isPending}
      okButtonProps={{ disabled: officers.isSuccess && others.length === 0 }}
    >
      {officers.isError ? <FailureNotice failure={officers.error} retry={() => void officers.refetch()} /> : null}
      {officers.isPending ? <Loading rows={2} /> : null}
      {officers.isSuccess && others.length === 0 ? <p>{say('hand.nobody')}</p> : null}
      {others.length > 0 ? (
        <Field id="hand-to" label={say('hand.to')} fault={fault}>
          <Select
            {...boundTo('hand-to', fault)}
            value={to}
            placeholder={say('hand.to.hint')}
            onChange={(account: string) => {
              key.edited()
              setTo(account)
            }}
            options={others.map((officer) => ({
              value: officer.account,
              label: `${officer.name}（${officer.login}）`,
            }))}
            showSearch={{ optionFilterProp: 'label' }}
            className="wide"
          />
        </Field>
      ) : null}
      <div className="follows">
        <p>{say('hand.follows')}</p>
        <ul>
          <li>{say('hand.follow.queue')}</li>
          {yours ? (
            <li>{say('hand.follow.yourself')}</li>
          ) : post.holderName ? (
            <li>{say('hand.follow.before', { name: post.holderName })}</li>
          ) : null}
          <li>{say('hand.follow.message')}</li>
        </ul>
      </div>
      {hand.isError ? <FailureNotice failure={hand.error} quiet /> : null}
    </Modal>
  )
}
