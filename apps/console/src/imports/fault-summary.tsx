import { DownloadOutlined } from '@ant-design/icons'
import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { CureWords } from './cure-words.tsx'
import { FileButton } from './file-button.tsx'
import { errorFilePath } from './queries.ts'
import { useImportsSay } from './texts/index.ts'

/** What is wrong with the sheet, by reason, the most frequent first, each with its cure; and the file to mend. */
export function FaultSummary({ view, file }: { view: ImportView; file: boolean }) {
  const say = useImportsSay()
  if (view.faults.length === 0) return null
  return (
    <section className="import-box" aria-labelledby="import-faults">
      <h3 id="import-faults">{say('faults.title')}</h3>
      <ul className="import-faults">
        {view.faults.map(({ column, code, title, text, rows }) => (
          <li key={`${column} ${code}`}>
            <span className="figures">{say('faults.rows', { count: formatNumber(rows) })}</span>
            <span>
              {title === '' ? null : say('rows.fault.bare', { title })}
              <CureWords text={text} />
            </span>
          </li>
        ))}
      </ul>
      {file ? (
        <div className="import-acts">
          <FileButton path={errorFilePath(view)} icon={<DownloadOutlined />}>
            {say('faults.file')}
          </FileButton>
          <p className="soft">{say('faults.file.words')}</p>
        </div>
      ) : null}
    </section>
  )
}
