import { DownloadOutlined } from '@ant-design/icons'
import type { ExportState, ExportView } from '@gongqiao/modules/people/contract.ts'
import { formatInstant, formatNumber } from '@gongqiao/ui/format.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { cancelExport, exportsQuery, fileAddress, isUnderWay } from './queries.ts'
import { sizeWords } from './size-words.ts'
import { useExportsSay } from './texts/index.ts'

const tones: { readonly [state in ExportState]: 'jade' | 'amber' | 'river' | 'plain' } = {
  waiting: 'river',
  running: 'river',
  ready: 'jade',
  failed: 'amber',
  cancelled: 'plain',
  expired: 'plain',
}

/** One export: what it is, how far it is, and what can be done with it now. */
export function ExportLine({ item }: { item: ExportView }) {
  const say = useExportsSay()
  const language = useLanguage()
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const cancel = useMutation({
    mutationFn: () => cancelExport(api, item.id, key.now()),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery(api).queryKey }),
  })
  const { id, title, about, state, done, total, format, unmasked, sizeBytes, createdAt, expiresAt, trouble } = item
  const name = [title, about].filter((text) => text !== '').join(' · ')
  const underWay = isUnderWay(item)
  return (
    <li>
      <div className="export-what">
        <p>
          <strong>{name}</strong> <Tag tone={tones[state]}>{say(`state.${state}`)}</Tag>{' '}
          {unmasked ? <Tag tone="amber">{say('unmasked')}</Tag> : null}
        </p>
        <p className="soft figures">
          {format.toUpperCase()} · {say('asked', { at: formatInstant(createdAt, language) })}
          {state === 'ready' ? ` · ${say('rows', { done: formatNumber(done) })} · ${sizeWords(sizeBytes)}` : null}
          {state === 'ready' && expiresAt ? ` · ${say('until', { at: formatInstant(expiresAt, language) })}` : null}
        </p>
        {state === 'running' ? <Bar name={name} done={done} total={total} /> : null}
        {trouble ? (
          <p>
            {trouble.title} {trouble.detail}
          </p>
        ) : null}
        {state === 'expired' ? <p className="soft">{say('again')}</p> : null}
        {cancel.isError ? <FailureNotice failure={cancel.error} quiet /> : null}
      </div>
      <div className="export-acts">
        {state === 'ready' ? (
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden="true" />}
            href={fileAddress(api, id)}
            download
            aria-label={`${say('download')} ${name}`}
          >
            {say('download')}
          </Button>
        ) : null}
        {underWay || state === 'ready' ? (
          <Button
            onClick={() => cancel.mutate()}
            loading={cancel.isPending}
            aria-label={`${say(underWay ? 'cancel' : 'remove')} ${name}`}
          >
            {say(underWay ? 'cancel' : 'remove')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function Bar({ name, done, total }: { name: string; done: number; total: number | null }) {
  const say = useExportsSay()
  const shown = formatNumber(done)
  return (
    <div className="export-bar">
      {total === null || total === 0 ? null : (
        <Progress
          percent={Math.min(100, Math.floor((100 * done) / total))}
          aria-label={say('progress', { title: name })}
          showInfo={false}
        />
      )}
      <span className="figures">
        {total === null || total === 0
          ? say('rows.so_far', { done: shown })
          : say('rows.of', { done: shown, total: formatNumber(total) })}
      </span>
    </div>
  )
}
