import { CloseOutlined, CopyOutlined, DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import type { JoiningCode } from '@gongqiao/modules/membership/contract.ts'
import { spacedShortCode } from '@gongqiao/modules/membership/texts/poster.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { CodeState } from './code-state.tsx'
import { useCodesSay } from './codes-texts.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import { useMembershipSay } from './texts/index.ts'

/** One joining code: its picture, its link, and what can be done with it. */
export function CodePanel({ code, onClose }: { code: JoiningCode; onClose: () => void }) {
  const say = useMembershipSay()
  const codesSay = useCodesSay()
  const kit = useKitSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const { message } = App.useApp()
  const [revoking, setRevoking] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const image = (kind: 'svg' | 'png') => api.address(`/api/cells/${code.cell}/joining-codes/${code.id}.${kind}`)
  const isOpen = code.state === 'open'

  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  async function copy(link: string) {
    try {
      await navigator.clipboard.writeText(link)
      message.success(kit('copied'))
    } catch {
      message.warning(kit('copy.failed'))
    }
  }

  return (
    <aside className="panel" aria-label={say('code.title', { label: code.label })} ref={panel} tabIndex={-1}>
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={kit('close')}
        className="panel-close"
        onClick={onClose}
      />
      <h2 className="panel-title">{code.label}</h2>
      <p>
        <CodeState state={code.state} /> {say('codes.until')} {formatDay(dayOf(code.expiresAt), language)}
      </p>
      <p>{code.unit.name}</p>
      {isOpen ? (
        <>
          <img className="code-image" src={image('svg')} alt={say('code.image', { label: code.label })} />
          <div className="code-acts">
            <Button icon={<DownloadOutlined />} href={image('png')} download={`${code.label}.png`}>
              {say('code.png')}
            </Button>
            <Button icon={<DownloadOutlined />} href={image('svg')} download={`${code.label}.svg`}>
              {say('code.svg')}
            </Button>
            <Button icon={<CopyOutlined />} onClick={() => void copy(code.link)}>
              {say('code.copy')}
            </Button>
            <Link
              to="/units/$unit/codes/$code/print"
              params={{ unit: code.unit.id, code: code.id }}
              className="button-link"
            >
              <PrinterOutlined aria-hidden="true" /> {codesSay('poster.open')}
            </Link>
          </div>
          <section className="code-short" aria-label={codesSay('short.title')}>
            <p className="code-short-characters">{spacedShortCode(code.shortCode)}</p>
            <p className="soft">{codesSay('short.words')}</p>
            <p className="code-link">{code.shortLink.replace(/^https?:\/\//, '')}</p>
            <Button icon={<CopyOutlined />} onClick={() => void copy(code.shortLink)}>
              {codesSay('short.copy')}
            </Button>
          </section>
          <p className="soft code-link">
            {say('code.link')} <span>{code.link}</span>
          </p>
          {may('membership.make_code') ? (
            <div className="panel-actions">
              <Button onClick={() => setRevoking(true)}>{say('code.revoke')}</Button>
            </div>
          ) : null}
        </>
      ) : (
        <p className="note">{say('code.dead')}</p>
      )}
      {revoking ? <RevokeDialog code={code} close={() => setRevoking(false)} /> : null}
    </aside>
  )
}
