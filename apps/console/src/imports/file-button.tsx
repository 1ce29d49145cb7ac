import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { saveAs } from '../membership/codes-download.ts'
import { useActing } from '../session/acting.tsx'
import { fetchFile } from './fetch-file.ts'

/** Fetches a file and hands it to the browser's downloads; a refusal is told beside the button. */
export function FileButton({ path, icon, children }: { path: string; icon: ReactNode; children: ReactNode }) {
  const { api } = useActing()
  const fetching = useMutation({
    mutationFn: () => fetchFile(api, path),
    onSuccess: ({ file, name }) => saveAs(file, name),
  })
  return (
    <>
      <Button icon={icon} loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {children}
      </Button>
      {fetching.isError ? <FailureNotice failure={fetching.error} quiet /> : null}
    </>
  )
}
