import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { noticeVersion } from '@gongqiao/modules/membership/texts/notice.ts'
import { dayOf } from '@gongqiao/ui/format.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import { ConfidentialField } from './confidential-field.tsx'
import { ConsentFields, type NoticeWords } from './consent-fields.tsx'
import { earlyFaults } from './early-faults.ts'
import { PersonFields } from './person-fields.tsx'
import { ProofFields } from './proof-fields.tsx'
import { applyAtWindow } from './queries.ts'
import { SigningPaper } from './signing-paper.tsx'
import { useMembershipSay } from './texts/index.ts'
import { emptyDraft, missingIn, placeFaults, type WindowDraft, type WindowField, windowBody } from './window-form.ts'

const needs = {
  number: 'window.need.number',
  name: 'window.need.name',
  birthDate: 'window.need.birth',
  sex: 'window.need.sex',
  phone: 'window.need.phone',
  phoneCode: 'proof.need.code',
  file: 'proof.need.paper',
  consents: 'window.need.consents',
} as const

/** One filling of the window form: everything on one page, every fault at once. */
export function WindowFields({
  unit,
  notice,
  onDone,
}: {
  unit: string
  notice: NoticeWords
  onDone: (view: ApplicationView) => void
}) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<WindowDraft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const submit = useMutation({
    mutationFn: (body: NonNullable<ReturnType<typeof windowBody>>) => applyAtWindow(api, body, key.now()),
    onSuccess: async (view) => {
      setDraft(emptyDraft)
      onDone(view)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: () => {
      key.refused()
      showFirstFault()
    },
  })
  useBlocker({
    shouldBlockFn: () => draft !== emptyDraft && !submit.isSuccess && !window.confirm(say('window.leave')),
    enableBeforeUnload: () => draft !== emptyDraft && !submit.isSuccess,
  })

  const missing = tried ? missingIn(draft) : []
  const early = earlyFaults(draft, dayOf(Date.now()), language)
  const { byField, elsewhere } = placeFaults(faultsOf(submit.error))
  const faults: { readonly [field in WindowField]?: string } = {
    ...Object.fromEntries(byField),
    ...Object.fromEntries([...early].filter(([field]) => tried || left.has(field))),
    ...Object.fromEntries(missing.map((field) => [field, say(needs[field])])),
  }
  const count = Object.keys(faults).length

  function edit(change: Partial<WindowDraft>) {
    key.edited()
    if (submit.isError) submit.reset()
    setDraft((before) => ({ ...before, ...change }))
  }

  function showFirstFault() {
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    })
  }

  function go(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const body = windowBody(draft, unit, noticeVersion)
    if (body === null || early.size > 0) showFirstFault()
    else submit.mutate(body)
  }

  return (
    <>
      <form
        className="window no-print"
        onSubmit={go}
        onBlur={(event) => setLeft((before) => new Set([...before, event.target.id]))}
        noValidate
        ref={form}
      >
        <div className="window-column">
          <PersonFields draft={draft} edit={edit} faults={faults} />
          <ProofFields
            phone={draft.phone}
            value={draft.proof}
            onChange={(proof) => edit({ proof })}
            codeFault={faults.phoneCode}
            fileFault={faults.file}
          />
        </div>
        <div className="window-column">
          <ConfidentialField checked={draft.confidential} onChange={(confidential) => edit({ confidential })} />
          <ConsentFields notice={notice} draft={draft} edit={edit} fault={faults.consents} />
          <div className="window-go">
            {count > 0 ? (
              <p role="alert" className="field-fault">
                {say('window.faults', { count })}
              </p>
            ) : null}
            {submit.isError && (count === 0 || elsewhere.length > 0) ? (
              <FailureNotice failure={submit.error} quiet />
            ) : null}
            {elsewhere.map((text) => (
              <p key={text} className="field-fault">
                {text}
              </p>
            ))}
            <Button type="primary" size="large" htmlType="submit" loading={submit.isPending}>
              {say('window.go')}
            </Button>
          </div>
        </div>
      </form>
      <SigningPaper notice={notice} draft={draft} />
    </>
  )
}
