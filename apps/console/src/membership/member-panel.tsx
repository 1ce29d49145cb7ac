import { CloseOutlined, EyeOutlined } from '@ant-design/icons'
import type { MemberView } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatCardNumber, formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { LifeSection } from '../life/life-section.tsx'
import { useActing } from '../session/acting.tsx'
import type { MemberKey } from './keys.ts'
import { NumberDialog } from './number-dialog.tsx'
import { PhoneChangeDialog } from './phone-change-dialog.tsx'
import { memberQuery } from './queries.ts'
import { StatusTag } from './status-tag.tsx'
import { useMembershipSay } from './texts/index.ts'

/** A member beside the roll. Opening it is a look that the member can see, and the panel says so. */
export function MemberPanel({ member, onClose }: { member: MemberKey; onClose: () => void }) {
  const say = useMembershipSay()
  const kit = useKitSay()
  const { api } = useActing()
  const panel = useRef<HTMLElement>(null)
  const found = useQuery(memberQuery(api, member))

  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  return (
    <aside className="panel" aria-label={say('member.title')} ref={panel} tabIndex={-1}>
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={kit('close')}
        className="panel-close"
        onClick={onClose}
      />
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading what={say('member.loading')} /> : null}
      {found.data ? <Member view={found.data} /> : null}
    </aside>
  )
}

function Member({ view }: { view: MemberView }) {
  const say = useMembershipSay()
  const language = useLanguage()
  const { may } = useActing()
  const [changing, setChanging] = useState<'phone' | 'number'>()
  return (
    <>
      <h2 className="panel-title">
        {view.name}{' '}
        <span className="soft">{say('person.brief', { sex: nameOf(language, 'sex', view.sex), age: view.age })}</span>
      </h2>
      <p>
        <StatusTag status={view.status} /> {view.unit.name}
      </p>
      <p className="looked">
        <EyeOutlined aria-hidden="true" /> {say('member.looked', { name: view.name })}
      </p>
      <dl className="facts">
        <dt>{say('fact.identity')}</dt>
        <dd>
          {nameOf(language, 'identity', view.identityKind)} <span className="figures">{view.identityMask}</span>
        </dd>
        <dt>{say('fact.phone')}</dt>
        <dd className="figures">{view.phoneMask ?? say('fact.phone.none')}</dd>
        <dt>{say('member.card')}</dt>
        <dd className="figures">{formatCardNumber(view.cardNumber.replaceAll(' ', ''))}</dd>
        <dt>{say('member.since')}</dt>
        <dd>{view.since === null ? say('member.since.none') : formatDay(view.since, language)}</dd>
      </dl>
      <h3>{say('member.history')}</h3>
      <ol className="timeline">
        {view.history.map((line) => (
          <li key={line.from}>
            <p>
              <strong>{nameOf(language, 'status', line.status)}</strong> · {line.unit.name}
            </p>
            <p className="soft">
              {formatDay(dayOf(line.from), language)} –{' '}
              {line.to === null ? say('member.history.now') : formatDay(dayOf(line.to), language)}
            </p>
          </li>
        ))}
      </ol>
      {view.status === 'listed' ? null : <LifeSection member={view} />}
      {may('membership.window') ? (
        <div className="panel-actions">
          {view.status === 'listed' ? (
            <p className="soft">{say('member.listed')}</p>
          ) : (
            <>
              <Button onClick={() => setChanging('phone')}>{say('member.phone.change')}</Button>
              {view.status !== 'ended' ? (
                <Button onClick={() => setChanging('number')}>{say('member.number.correct')}</Button>
              ) : null}
            </>
          )}
        </div>
      ) : null}
      {changing === 'phone' ? <PhoneChangeDialog view={view} close={() => setChanging(undefined)} /> : null}
      {changing === 'number' ? <NumberDialog view={view} close={() => setChanging(undefined)} /> : null}
    </>
  )
}
