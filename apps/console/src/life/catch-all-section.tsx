import type { CatchAll } from '@gongqiao/modules/membership/contract.ts'
import { type Occupation, occupations } from '@gongqiao/modules/membership/machine.ts'
import { dayOf, formatDay, formatNumber } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { FormDialog } from './form-dialog.tsx'
import { catchAllQuery, closeCatchAll, openCatchAll } from './queries.ts'
import { useLifeSay } from './texts/index.ts'
import './life.css'

/** Whether a union of a place takes workers of some occupations in at once 兜底接收, beside its joining codes. */
export function CatchAllSection({ unit }: { unit: string }) {
  const say = useLifeSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const allowed = may('membership.view_catch_all')
  const found = useQuery({ ...catchAllQuery(api, unit), enabled: allowed })
  const [opening, setOpening] = useState(false)
  const [proposing, setProposing] = useState<Occupation>()
  const show = (view: CatchAll) => client.setQueryData(catchAllQuery(api, unit).queryKey, view)
  const closing = useMutation({ mutationFn: () => closeCatchAll(api, unit, key.now()), onSuccess: show })
  const view = found.data
  if (!view || view.unit.level === 'grassroots' || view.unit.level === 'nation' || view.unit.level === 'province')
    return null
  return (
    <section>
      <h2>{say('all.title')}</h2>
      <p className="soft">{say('all.lead')}</p>
      {view.open && view.decidedOn !== null ? (
        <p>
          {say('all.open', { day: formatDay(view.decidedOn, language), document: view.document ?? '' })}{' '}
          {view.occupations.map((one) => nameOf(language, 'occupation', one)).join(say('all.and'))}
        </p>
      ) : (
        <p>{say('all.closed')}</p>
      )}
      {view.people.length === 0 ? null : (
        <ul>
          {view.people.map(({ occupation, people }) => (
            <li key={occupation}>
              {nameOf(language, 'occupation', occupation)} <span className="figures">{formatNumber(people)}</span>{' '}
              {may('membership.propose_federation') ? (
                <Button size="small" onClick={() => setProposing(occupation)}>
                  {say('all.propose')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <div className="life-acts">
        {may('membership.open_catch_all') ? (
          <Button onClick={() => setOpening(true)}>{say(view.open ? 'all.change' : 'all.go')}</Button>
        ) : null}
        {view.open && may('membership.close_catch_all') ? (
          <Button onClick={() => closing.mutate()} loading={closing.isPending}>
            {say('all.stop')}
          </Button>
        ) : null}
      </div>
      {closing.isError ? <FailureNotice failure={closing.error} quiet /> : null}
      {opening ? <OpenDialog unit={unit} view={view} onDone={show} close={() => setOpening(false)} /> : null}
      {proposing === undefined ? null : (
        <FormDialog<unknown>
          title={say('all.propose.title', { occupation: nameOf(language, 'occupation', proposing) })}
          action={say('all.propose')}
          path={`/api/units/${unit}/catch-all/proposals`}
          fields={[{ key: 'to', kind: 'unit', needed: true }]}
          more={{ occupation: proposing }}
          follows={[say('all.propose.follow')]}
          onDone={() => undefined}
          close={() => setProposing(undefined)}
        />
      )}
    </section>
  )
}

type OpenDialogProps = { unit: string; view: CatchAll; onDone: (view: CatchAll) => void; close: () => void }

function OpenDialog({ unit, view, onDone, close }: OpenDialogProps) {
  const say = useLifeSay()
  const kit = useKitSay()
  const language = useLanguage()
  const { api } = useActing()
  const key = useFormKey()
  const [chosen, setChosen] = useState<readonly Occupation[]>(view.occupations)
  const [decidedOn, setDecidedOn] = useState<string | null>(view.decidedOn)
  const [document, setDocument] = useState(view.document ?? '')
  const [tried, setTried] = useState(false)
  const opening = useMutation({
    mutationFn: (day: string) =>
      openCatchAll(api, unit, { occupations: chosen, decidedOn: day, document: document.trim() }, key.now()),
    onSuccess: (after) => {
      onDone(after)
      close()
    },
    onError: key.refused,
  })
  const told = faultsOf(opening.error)
  const need = tried ? say('need') : null
  const faults = {
    occupations: chosen.length === 0 ? need : null,
    day: told.get('/decidedOn') ?? (decidedOn === null ? need : null),
    document: document.trim().length < 2 ? need : null,
  }
  function go() {
    setTried(true)
    if (chosen.length > 0 && decidedOn !== null && document.trim().length >= 2) opening.mutate(decidedOn)
  }
  return (
    <Modal
      open
      title={say('all.title')}
      okText={say('all.go')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={opening.isPending}
    >
      <Field id="all-occupations" label={say('all.occupations')} fault={faults.occupations} group>
        <Checkbox.Group
          value={[...chosen]}
          onChange={(values) => {
            key.edited()
            setChosen(occupations.filter((one) => values.includes(one)))
          }}
          options={occupations.map((value) => ({ value, label: nameOf(language, 'occupation', value) }))}
        />
      </Field>
      <Field id="all-day" label={say('all.day')} fault={faults.day}>
        <DayField
          id="all-day"
          value={decidedOn}
          onChange={(day) => {
            key.edited()
            setDecidedOn(day)
          }}
          to={dayOf(Date.now())}
          faulty={faults.day !== null}
        />
      </Field>
      <Field id="all-document" label={say('all.document')} fault={faults.document}>
        <Input
          {...boundTo('all-document', faults.document)}
          maxLength={100}
          value={document}
          onChange={(event) => {
            key.edited()
            setDocument(event.target.value)
          }}
        />
      </Field>
      <div className="follows">
        <p>{say('follows')}</p>
        <ul>
          <li>{say('all.follow')}</li>
        </ul>
      </div>
      {opening.isError && told.size === 0 ? <FailureNotice failure={opening.error} quiet /> : null}
    </Modal>
  )
}
