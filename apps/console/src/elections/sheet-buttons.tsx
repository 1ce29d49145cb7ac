import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import type { ElectionView, NewCandidate, NewDelegate } from '@gongqiao/modules/elections/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Upload } from 'antd'
import { FileButton } from '../imports/file-button.tsx'
import { mediaTypeOf } from '../imports/sheet-file.ts'
import { problemOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useActing } from '../session/acting.tsx'
import { pathOf, readSheet } from './queries.ts'
import { useElectionsSay } from './texts/index.ts'

type Read = { readonly candidates: readonly NewCandidate[]; readonly delegates: readonly NewDelegate[] }

/** A list of people out to Excel and in from it; what was read is shown to be checked, and every wrong cell is named. */
export function SheetButtons({
  view,
  list,
  onRead,
}: {
  view: ElectionView
  list: 'candidates' | 'delegates'
  onRead: (read: Read) => void
}) {
  const say = useElectionsSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const reading = useMutation({
    mutationFn: (file: File) => readSheet(api, view, list, new Blob([file], { type: mediaTypeOf(file.name) })),
    onSuccess: (read) => {
      message.info(say('sheet.read', { count: read.candidates.length + read.delegates.length }))
      onRead(read)
    },
  })
  const faults = problemOf(reading.error)?.faults ?? []
  return (
    <>
      <div className="toolbar">
        <FileButton path={`${pathOf(view)}/sheets/${list}`} icon={<DownloadOutlined />}>
          {say('sheet.out')}
        </FileButton>
        <Upload
          accept=".xlsx,.csv"
          showUploadList={false}
          beforeUpload={(file) => {
            reading.mutate(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined />} loading={reading.isPending}>
            {say('sheet.in')}
          </Button>
        </Upload>
      </div>
      {reading.isError ? <FailureNotice failure={reading.error} quiet /> : null}
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ field, text }) => (
            <li key={`${field} ${text}`}>{text}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
