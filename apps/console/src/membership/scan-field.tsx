import { FileDoneOutlined, InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { problemOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Field } from '../kit/field.tsx'
import { useActing } from '../session/acting.tsx'
import { uploadFile } from './queries.ts'
import { type ScanFault, scanFault, scanKinds, sizeWords } from './scan-file.ts'
import { useMembershipSay } from './texts/index.ts'
import './scan.css'

/** The signed paper, scanned in: chosen, dropped or by keyboard, sent at once and shown to be checked. */
export function ScanField({
  label,
  fault,
  onStored,
}: {
  /** What is scanned in, where it is not the signed paper. */
  label?: string
  fault: string | null | undefined
  /** The stored file's id; null while there is none. */
  onStored: (file: string | null) => void
}) {
  const say = useMembershipSay()
  const { api } = useActing()
  const [file, setFile] = useState<File | null>(null)
  const [wrong, setWrong] = useState<{ fault: ScanFault; sizeBytes: number } | null>(null)
  const [over, setOver] = useState(false)
  const preview = usePreview(file)
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadFile(api, chosen),
    onSuccess: (stored) => onStored(stored.file),
  })

  function take(chosen: File | undefined) {
    if (chosen === undefined) return
    const found = scanFault(chosen)
    setWrong(found === null ? null : { fault: found, sizeBytes: chosen.size })
    onStored(null)
    setFile(found === null ? chosen : null)
    if (found === null) upload.mutate(chosen)
  }

  const wrongText =
    wrong === null
      ? null
      : wrong.fault === 'size'
        ? say('file.fault.size', { size: sizeWords(wrong.sizeBytes) })
        : say(`file.fault.${wrong.fault}`)
  return (
    <Field id="scan" label={label ?? say('file.label')} fault={wrongText ?? (upload.isError ? null : fault)}>
      <div className={`scan${over ? ' scan-over' : ''}`}>
        <input
          id="scan"
          type="file"
          accept={scanKinds.join(',')}
          aria-describedby="scan-words scan-state"
          // The field covers the whole box, so the browser itself takes what is dropped on it.
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => take(event.target.files?.[0])}
        />
        <p id="scan-state" role="status">
          {upload.isPending ? (
            say('file.busy')
          ) : upload.isSuccess && file ? (
            <>
              <FileDoneOutlined aria-hidden="true" className="jade" />{' '}
              {say('file.done', { name: file.name, size: sizeWords(file.size) })} · {say('file.another')}
            </>
          ) : (
            <>
              <InboxOutlined aria-hidden="true" /> {say('file.hint')}
            </>
          )}
        </p>
      </div>
      {upload.isError && file ? (
        <FailureNotice
          failure={upload.error}
          quiet
          {...(problemOf(upload.error) === null ? { retry: () => upload.mutate(file) } : {})}
        />
      ) : null}
      {preview && file?.type.startsWith('image/') ? (
        <img className="scan-preview" src={preview} alt={say('file.preview')} />
      ) : null}
      {file?.type === 'application/pdf' ? <p className="soft">{say('file.pdf')}</p> : null}
    </Field>
  )
}

/** An address for the chosen file's own bytes, given back when it is no longer shown. */
function usePreview(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (file === null) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
      setAddress(null)
    }
  }, [file])
  return address
}
