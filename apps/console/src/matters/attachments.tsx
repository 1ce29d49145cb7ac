import { FileOutlined, UploadOutlined } from '@ant-design/icons'
import type { MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { sizeWords } from '../exports/size-words.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import { attachFile, attachmentAddress, matterQuery } from './queries.ts'
import { useMattersSay } from './texts/index.ts'
import { useTaker } from './words.ts'

/** What a browser may offer; the server looks at the content itself. */
const kinds = ['image/jpeg', 'image/png', 'application/pdf'] as const

/** The papers and pictures with a matter, and one more. */
export function Attachments({ view }: { view: MatterView }) {
  const say = useMattersSay()
  const language = useLanguage()
  const taker = useTaker()
  const { api } = useActing()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const key = { cell: view.cell, matter: view.id }
  const may = view.may.includes('attach')
  const attach = useMutation({
    mutationFn: (file: File) => attachFile(api, key, file, 'union'),
    onSuccess: () => client.invalidateQueries({ queryKey: matterQuery(api, key).queryKey }),
  })
  if (view.attachments.length === 0 && !may) return null
  return (
    <>
      <h3>{say('attachments')}</h3>
      {view.attachments.length === 0 ? null : (
        <ul className="attachments">
          {view.attachments.map(({ id, name, sizeBytes, at, by }) => (
            <li key={id}>
              <a href={attachmentAddress(api, key, id)} target="_blank" rel="noreferrer">
                <FileOutlined aria-hidden="true" /> {name}
              </a>
              <span className="soft">
                {sizeWords(sizeBytes)} · {formatInstant(at, language)}
                {by === null ? null : <> · {taker(by)}</>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {may ? (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept={kinds.join(',')}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file) attach.mutate(file)
            }}
          />
          <Button icon={<UploadOutlined />} loading={attach.isPending} onClick={() => input.current?.click()}>
            {say('attachments.add')}
          </Button>
          <p className="soft">{say('attachments.kinds')}</p>
        </>
      ) : null}
      {attach.isError ? <FailureNotice failure={attach.error} quiet /> : null}
    </>
  )
}
