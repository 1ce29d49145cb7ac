import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { alikeQuery } from './queries.ts'
import { useRightsSay } from './texts/index.ts'
import { useAskAct } from './use-ask-act.ts'

/** Asks that may be the same matter 并案, and those it is joined with. */
export function Alike({ view }: { view: AskView }) {
  const say = useRightsSay()
  const [open, setOpen] = useState(false)
  if (view.alike === 0 && view.group === null) return null
  return (
    <p className="alike">
      {view.group === null ? null : <Tag>{say('group', { count: view.group.asks })}</Tag>}{' '}
      {view.alike === 0 ? null : <span>{say('alike', { count: view.alike })}</span>}{' '}
      <Button size="small" onClick={() => setOpen(true)}>
        {say('alike.open')}
      </Button>
      {open ? <AlikeDialog view={view} close={() => setOpen(false)} /> : null}
    </p>
  )
}

function AlikeDialog({ view, close }: { view: AskView; close: () => void }) {
  const say = useRightsSay()
  const kit = useKitSay()
  const language = useLanguage()
  const { api } = useActing()
  const { message } = App.useApp()
  const found = useQuery(alikeQuery(api, view))
  const [ticked, setTicked] = useState<readonly string[]>([])
  const act = useAskAct(view, () => {
    message.success(say('alike.done'))
    close()
  })
  return (
    <Modal
      open
      title={say('alike.title')}
      okText={ticked.length === 0 ? say('alike.none') : say('alike.join', { count: ticked.length })}
      okButtonProps={{ disabled: ticked.length === 0 }}
      cancelText={kit('cancel')}
      confirmLoading={act.isPending}
      onOk={() => act.mutate({ act: 'joining', others: ticked })}
      onCancel={close}
    >
      <p className="soft">{say('alike.why')}</p>
      {found.isPending ? <Loading rows={3} /> : null}
      {found.isError ? <FailureNotice failure={found.error} quiet /> : null}
      <ul className="alike-list">
        {(found.data?.items ?? []).map((item) => (
          <li key={item.matter}>
            <Checkbox
              checked={item.joined || ticked.includes(item.matter)}
              disabled={item.joined}
              onChange={(event) =>
                setTicked(event.target.checked ? [...ticked, item.matter] : ticked.filter((one) => one !== item.matter))
              }
            >
              {item.title} · {formatInstant(item.openedAt, language)}
            </Checkbox>
            <p>
              {item.begins === '' ? say('alike.spoken') : item.begins}{' '}
              {item.sameEmployer ? <Tag>{say('alike.same')}</Tag> : null}{' '}
              {item.joined ? <Tag tone="jade">{say('alike.joined')}</Tag> : null}
            </p>
          </li>
        ))}
      </ul>
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
    </Modal>
  )
}
