import type { FoundingPaper, FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { type FoundingPaperKind, foundingPapers } from '@gongqiao/modules/organization/machine.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { foundingAt, paperQuery } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'
import { useStep } from './use-step.ts'

/** The documents of a founding: drafted from the facts, changed before they are printed. */
export function PapersSection({ view }: { view: FoundingView }) {
  const say = useFoundingSay()
  const { api } = useActing()
  const [open, setOpen] = useState<FoundingPaperKind | null>(null)
  return (
    <section className="founding-section" aria-labelledby="founding-papers">
      <h3 id="founding-papers">{say('papers')}</h3>
      <p className="soft">{say('papers.words')}</p>
      <ul className="paper-lines">
        {foundingPapers.map((kind) => (
          <li key={kind}>
            {say(`paper.${kind}`)} {view.keptPapers.includes(kind) ? <Tag>{say('paper.kept')}</Tag> : null}
            <span className="toolbar-end">
              <Button onClick={() => setOpen(kind)} aria-label={`${say('paper.edit')} ${say(`paper.${kind}`)}`}>
                {say('paper.edit')}
              </Button>{' '}
              <a
                className="button-link"
                href={api.address(`${foundingAt(view)}/papers/${kind}/pdf`)}
                target="_blank"
                rel="noreferrer"
                aria-label={`${say('paper.print')} ${say(`paper.${kind}`)}`}
              >
                {say('paper.print')}
              </a>
            </span>
          </li>
        ))}
      </ul>
      {open ? <PaperDialog view={view} kind={open} close={() => setOpen(null)} /> : null}
    </section>
  )
}

function PaperDialog({ view, kind, close }: { view: FoundingView; kind: FoundingPaperKind; close: () => void }) {
  const say = useFoundingSay()
  const kit = useKitSay()
  const { api, may } = useActing()
  const found = useQuery(paperQuery(api, view, kind))
  const [text, setText] = useState<string | null>(null)
  const [number, setNumber] = useState<string | null>(null)
  const { send, edited } = useStep<FoundingPaper>(`${foundingAt(view)}/papers/${kind}`, close)
  const paper = found.data
  useEffect(() => {
    if (paper && text === null) {
      setText(paper.text)
      setNumber(paper.number)
    }
  }, [paper, text])
  return (
    <Modal
      open
      width={720}
      title={say(`paper.${kind}`)}
      okText={say('save')}
      cancelText={kit('cancel')}
      okButtonProps={{ disabled: !may('organization.run_founding') || text === null || text.trim() === '' }}
      confirmLoading={send.isPending}
      onCancel={close}
      onOk={() => send.mutate({ number: number === null || number.trim() === '' ? null : number.trim(), text })}
    >
      {found.isError ? <FailureNotice failure={found.error} quiet /> : null}
      {text === null ? (
        <Loading />
      ) : (
        <>
          <Field id="paper-number" label={say('number')}>
            <Input
              {...boundTo('paper-number', null)}
              value={number ?? ''}
              maxLength={60}
              onChange={({ target }) => {
                edited()
                setNumber(target.value)
              }}
            />
          </Field>
          <Field id="paper-text" label={say('paper.text')}>
            <Input.TextArea
              {...boundTo('paper-text', null)}
              value={text}
              rows={16}
              maxLength={8_000}
              onChange={({ target }) => {
                edited()
                setText(target.value)
              }}
            />
          </Field>
        </>
      )}
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
    </Modal>
  )
}
