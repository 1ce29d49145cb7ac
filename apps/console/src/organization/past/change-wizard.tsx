import type { UnitChange } from '@gongqiao/modules/organization/contract.ts'
import { changeKinds } from '@gongqiao/modules/organization/machine.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../../kit/failure.ts'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { useFormKey } from '../../kit/form-key.ts'
import { Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { ToldFaults } from '../committee/told-faults.tsx'
import { ChangePapers } from './change-papers.tsx'
import { ownFiguresQuery, previewQuery, proposeChange, resubmitChange } from './queries.ts'
import { SplitParts } from './split-parts.tsx'
import { SplitPeople } from './split-people.tsx'
import { SplitPreview } from './split-preview.tsx'
import { usePastSay } from './texts.ts'
import { type Draft, emptyDraft, stepsOf, wishOf } from './wish.ts'

/** A change that was returned: where it is, and what was asked for. */
export type Mending = { readonly change: Pick<UnitChange, 'cell' | 'matter'>; readonly draft: Draft }

/**
 * Asks for a change of a union step by step: what, who and what goes where, which papers, and what will go along before it is
 * sent. What was returned is mended in the same steps.
 */
export function ChangeWizard({
  unit,
  mending,
  close,
}: {
  unit: { readonly id: string; readonly name: string }
  mending?: Mending
  close: () => void
}) {
  const say = usePastSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [at, setAt] = useState(0)
  const [draft, setDraft] = useState<Draft>(mending?.draft ?? emptyDraft)
  const { kind } = draft
  const steps = stepsOf(kind)
  const send = useMutation({
    mutationFn: () => {
      if (kind === null) throw new Error('a kind is chosen first')
      const wish = wishOf(draft, kind)
      return mending
        ? resubmitChange(api, mending.change, wish, key.now())
        : proposeChange(api, unit.id, wish, key.now())
    },
    onSuccess: async () => {
      message.success(say('sent'))
      close()
      await client.invalidateQueries()
    },
    onError: (error) => {
      key.refused()
      // What is missing stands on the page before.
      const pointers = [...faultsOf(error).keys()]
      if (pointers.length > 0) setAt(pointers.some((one) => one.startsWith('/parts')) ? 1 : steps.length - 2)
    },
  })
  const told = faultsOf(send.error)
  const step = steps[at] ?? 'kind'
  const faultOf = (pointer: string) => told.get(pointer) ?? told.get(pointer.replace(/\/(on|by)$/, ''))

  function edit(change: Partial<Draft>) {
    key.edited()
    setDraft((now) => ({ ...now, ...change }))
  }

  return (
    <Modal
      open
      width={kind === 'split' ? 860 : 640}
      title={`${say(mending ? 'mend' : 'ask')} · ${say(`step.${step}`)}`}
      onCancel={close}
      footer={
        <div className="toolbar">
          {at > 0 ? <Button onClick={() => setAt(at - 1)}>{say('back')}</Button> : null}
          {step === 'preview' ? (
            <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
              {say(mending ? 'resubmit' : 'send')}
            </Button>
          ) : (
            <Button type="primary" disabled={kind === null} onClick={() => setAt(at + 1)}>
              {say('next')}
            </Button>
          )}
        </div>
      }
    >
      {step === 'kind' ? (
        <Radio.Group
          className="change-kinds"
          value={kind}
          onChange={(event) => edit({ kind: event.target.value })}
          options={changeKinds.map((value) => ({
            value,
            label: (
              <>
                <strong>{say(`kind.${value}`)}</strong> <span className="soft">{say(`why.${value}`)}</span>
              </>
            ),
          }))}
        />
      ) : null}
      {/* It stays while another step is shown: a union that was chosen is chosen still. */}
      {kind === null ? null : (
        <div hidden={step !== 'papers'}>
          <ChangePapers kind={kind} draft={draft} faultOf={faultOf} onChange={edit} />
        </div>
      )}
      {step === 'parts' ? <SplitParts unit={unit.id} draft={draft} faultOf={faultOf} onChange={edit} /> : null}
      {step === 'people' ? (
        <SplitPeople
          unit={unit.id}
          draft={draft}
          fault={[...told].find(([pointer]) => /^\/parts\/\d+\/people/.test(pointer))?.[1]}
          onChange={edit}
        />
      ) : null}
      {step === 'preview' ? <Preview unit={unit} draft={draft} /> : null}
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <ToldFaults failure={send.error} />
    </Modal>
  )
}

function Preview({ unit, draft }: { unit: { readonly id: string; readonly name: string }; draft: Draft }) {
  const say = usePastSay()
  const { api } = useActing()
  const preview = useQuery(previewQuery(api, unit.id, draft.into))
  const figures = useQuery(ownFiguresQuery(api, unit.id))
  if (preview.isError) return <FailureNotice failure={preview.error} retry={() => void preview.refetch()} />
  if (preview.isPending) return <Loading rows={4} />
  const { into, decides, splitRule, children, matters, employers, officers, posts } = preview.data
  const ends = draft.kind === 'merge' || draft.kind === 'dissolve' || draft.kind === 'close'
  const own = figures.data
  // A union that moves takes those below it along.
  const all = draft.kind === 'move'
  const waiting = (all ? own?.provisional : own?.ownProvisional) ?? 0
  return (
    <>
      <p>
        {unit.name}
        {into ? ` → ${into.name}` : null}
      </p>
      {draft.kind === 'rename' ? <p>{say('preview.rename')}</p> : null}
      {draft.kind === 'split' ? (
        <>
          <SplitPreview unit={unit} draft={draft} />
          <p>
            {say(`preview.split.${splitRule.value}`)} <span className="soft">{splitRule.article}</span>
          </p>
        </>
      ) : null}
      {draft.kind === 'rename' || draft.kind === 'split' ? null : (
        <ul>
          {own ? <li>{say('preview.people', { count: all ? own.onRoll : own.ownOnRoll })}</li> : null}
          {waiting > 0 ? <li>{say('preview.provisional', { count: waiting })}</li> : null}
          <li>{say('preview.children', { count: children })}</li>
          <li>{say('preview.matters', { count: matters })}</li>
          <li>{say('preview.employers', { count: employers })}</li>
          {ends ? <li>{say('preview.officers', { count: officers, posts })}</li> : null}
        </ul>
      )}
      {decides ? <p className="follows">{say('preview.decides', { unit: decides.name })}</p> : null}
    </>
  )
}
