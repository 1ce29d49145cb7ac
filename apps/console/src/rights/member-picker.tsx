import type { PeoplePage, RollRow } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useActing } from '../session/acting.tsx'
import { useRightsSay } from './texts/index.ts'

/** Somebody of the roll who was chosen: known here by a name and a reference, and by nothing more. */
export type Chosen = Pick<RollRow, 'person' | 'name' | 'claimed'>

/**
 * Finds the asker on the roll of this union. It asks when it is sent, not while it is typed: each answer is a recorded look
 * at those it shows, masked. What is sent of whoever is chosen is the reference alone.
 */
export function MemberPicker({
  unit,
  chosen,
  fault,
  onChosen,
}: {
  unit: string
  chosen: Chosen | null
  fault: string | null | undefined
  onChosen: (chosen: Chosen | null) => void
}) {
  const say = useRightsSay()
  const { api } = useActing()
  const [text, setText] = useState('')
  const finding = useMutation({
    mutationFn: (sought: string) => api.send<PeoplePage>(`/api/units/${unit}/people/search`, { text: sought }),
  })
  const sought = text.trim()
  const find = () => {
    if (sought !== '') finding.mutate(sought)
  }
  if (chosen !== null) {
    return (
      <Field id="intake-member" label={say('intake.member')} fault={fault} group>
        <p>
          <strong>{chosen.name}</strong>{' '}
          <Button size="small" onClick={() => onChosen(null)}>
            {say('intake.member.off')}
          </Button>
        </p>
        <p className="soft">{say(chosen.claimed ? 'intake.member.own' : 'intake.member.code')}</p>
      </Field>
    )
  }
  const found = finding.data?.items ?? []
  return (
    <>
      <Field id="intake-member" label={say('intake.member.find')} why={say('intake.member.why')} fault={fault}>
        <span className="intake-find">
          <Input
            {...boundTo('intake-member', fault)}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={(event) => {
              // The form around it is not sent by looking for somebody.
              event.preventDefault()
              find()
            }}
          />
          <Button onClick={find} loading={finding.isPending}>
            {say('intake.member.go')}
          </Button>
        </span>
      </Field>
      {finding.isError ? <FailureNotice failure={finding.error} quiet /> : null}
      <div aria-live="polite">
        {finding.isSuccess && found.length === 0 ? <p className="soft">{say('intake.member.none')}</p> : null}
        <ul className="intake-found">
          {found.slice(0, shownAtMost).map((row) => (
            <li key={row.person}>
              <Button
                type="link"
                onClick={() => onChosen({ person: row.person, name: row.name, claimed: row.claimed })}
              >
                {row.name}
              </Button>{' '}
              <span className="soft figures">
                {row.identityMask} · {row.unit.shortName}
              </span>
            </li>
          ))}
        </ul>
        {found.length > shownAtMost || finding.data?.next ? <p className="soft">{say('intake.member.more')}</p> : null}
      </div>
    </>
  )
}

const shownAtMost = 10
