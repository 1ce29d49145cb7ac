import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Progress, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { sizeWords } from '../exports/size-words.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { Empty, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { describedKind, describedKinds } from './described-kinds.ts'
import { FileButton } from './file-button.tsx'
import { importQuery, importsQuery, kindsQuery, templatePath, uploadPath } from './queries.ts'
import { sheetEndings, sheetFault } from './sheet-file.ts'
import { useImportsSay } from './texts/index.ts'
import { uploadSheet } from './upload-sheet.ts'

const order: readonly string[] = describedKinds
const usual = 'membership.roster'

/** Begins an import: what of, from which file; sent at once, and the next step opens by itself. */
export function StartImport({ unit }: { unit: string }) {
  const say = useImportsSay()
  const { api } = useActing()
  const client = useQueryClient()
  const navigate = useNavigate()
  const key = useFormKey()
  const kinds = useQuery(kindsQuery(api))
  const [wanted, setWanted] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [sent, setSent] = useState(0)
  const [over, setOver] = useState(false)
  const [stopped, setStopped] = useState(false)
  const stop = useRef<AbortController>(undefined)
  const items = [...(kinds.data?.items ?? [])].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  // What is brought in every month stands chosen.
  const kind = items.find((item) => item.kind === (wanted ?? usual)) ?? items.at(-1)

  const upload = useMutation({
    mutationFn: ({ file, of }: { file: File; of: string }) => {
      const abort = new AbortController()
      stop.current = abort
      return uploadSheet(api, uploadPath(unit, of, file.name), file, key.now(), setSent, abort.signal)
    },
    async onSuccess(view) {
      key.done()
      client.setQueryData(importQuery(api, view).queryKey, view)
      await client.invalidateQueries({ queryKey: importsQuery(api, unit).queryKey })
      const params = { unit, cell: String(view.cell), import: view.import }
      await navigate({ to: '/units/$unit/imports/$cell/$import', params })
    },
    onError() {
      // Another file is another filling, and a file that was mended has the same name.
      key.done()
      if (stop.current?.signal.aborted) setStopped(true)
    },
  })

  // Whoever has gone elsewhere is not led back by an upload that ends behind their back.
  useEffect(() => () => stop.current?.abort(), [])

  function take(file: File | undefined) {
    if (file === undefined || kind === undefined || upload.isPending) return
    const fault = sheetFault(file)
    upload.reset()
    setStopped(false)
    setSent(0)
    if (fault === null) upload.mutate({ file, of: kind.kind })
    setWrong(
      fault === null
        ? null
        : fault === 'size'
          ? say('start.file.fault.size', { size: sizeWords(file.size) })
          : say(`start.file.fault.${fault}`),
    )
  }

  if (kinds.isError) return <FailureNotice failure={kinds.error} retry={() => void kinds.refetch()} />
  if (kinds.isPending) return <Loading what={say('start.title')} rows={4} />
  if (kind === undefined) {
    return (
      <Empty title={say('start.none')}>
        <p>{say('start.none.words')}</p>
      </Empty>
    )
  }
  const percent = Math.floor(sent * 100)
  const words = describedKind(kind.kind)
  return (
    <section className="import-start" aria-labelledby="import-start">
      <h2 id="import-start">{say('start.title')}</h2>
      <Field
        id="import-kind"
        label={say('start.kind')}
        why={words === undefined ? say('kind.other') : say(`kind.${words}`)}
        group
      >
        <Radio.Group
          value={kind.kind}
          disabled={upload.isPending}
          onChange={({ target }) => setWanted(String(target.value))}
          options={items.map((item) => ({ value: item.kind, label: item.title }))}
        />
      </Field>
      <div className="import-template">
        <FileButton path={templatePath(kind.kind)} icon={<DownloadOutlined />}>
          {say('start.template.of', { kind: kind.title })}
        </FileButton>
        <p className="soft">{say('start.template.words')}</p>
      </div>
      <Field id="import-file" label={say('start.file')} why={say('start.file.why')} fault={wrong}>
        <div className={`import-drop${over ? ' import-drop-over' : ''}`}>
          <input
            id="import-file"
            type="file"
            accept={sheetEndings.join(',')}
            aria-describedby="import-file-words"
            disabled={upload.isPending}
            // The field covers the whole box, so the browser itself takes what is dropped on it.
            onDragEnter={() => setOver(true)}
            onDragLeave={() => setOver(false)}
            onDrop={() => setOver(false)}
            onChange={(event) => {
              take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <p>
            <InboxOutlined aria-hidden="true" /> {say('start.file.hint')}
          </p>
        </div>
      </Field>
      <p className="hidden-words" role="alert">
        {wrong}
      </p>
      {upload.isPending ? (
        <div className="import-bar">
          <Progress
            percent={percent}
            showInfo={false}
            strokeColor="#1E6F52"
            aria-label={say('start.sending', { name: upload.variables.file.name })}
          />
          <p role="status">
            {sent >= 1 ? say('start.reading') : say('start.sending', { name: upload.variables.file.name })}
          </p>
          {sent < 1 ? (
            <>
              <p className="figures">{say('start.sent', { percent })}</p>
              <Button onClick={() => stop.current?.abort()}>{say('start.stop')}</Button>
            </>
          ) : null}
        </div>
      ) : null}
      {upload.isError && !stopped ? <FailureNotice failure={upload.error} quiet /> : null}
      {stopped ? <p role="status">{say('start.stopped')}</p> : null}
      <details className="import-data">
        <summary>{say('start.data')}</summary>
        <ul>
          {(['kept', 'scope', 'less', 'person'] as const).map((line) => (
            <li key={line}>{say(`start.data.${line}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}
