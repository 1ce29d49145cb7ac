import { FileTextOutlined, TableOutlined } from '@ant-design/icons'
import type { DocumentKind, ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { FileButton } from '../imports/file-button.tsx'
import { pathOf } from './queries.ts'
import { useElectionsSay } from './texts/index.ts'

/** Which documents make sense at a stage. */
const papersAt: { readonly [state: string]: readonly DocumentKind[] } = {
  planned: ['request'],
  requested: ['request', 'reply'],
  preparing: ['request', 'reply', 'notice'],
  published: ['candidates', 'notice', 'ballot', 'tally'],
  counting: ['ballot', 'tally'],
  counted: ['tally', 'report'],
  reported: ['tally', 'report'],
  approved: ['tally', 'report', 'reply'],
}

/** The documents of an election, drafted and ready to print, and its lists as Excel. */
export function Papers({ view }: { view: ElectionView }) {
  const say = useElectionsSay()
  const papers = [...(papersAt[view.state] ?? [])]
  if (view.form === 'delegate' && view.delegates.length > 0) papers.push('delegates')
  if (papers.length === 0) return null
  const counted = view.contests.some(({ rounds }) => rounds.length > 0)
  return (
    <section aria-labelledby="papers">
      <h3 id="papers">{say('papers')}</h3>
      <p className="soft">{say('papers.words')}</p>
      <div className="toolbar">
        {papers.map((paper) => (
          <FileButton key={paper} path={`${pathOf(view)}/documents/${paper}`} icon={<FileTextOutlined />}>
            {say(`paper.${paper}`)}
          </FileButton>
        ))}
        {counted ? (
          <FileButton path={`${pathOf(view)}/sheets/votes`} icon={<TableOutlined />}>
            {say('sheet.out')}
          </FileButton>
        ) : null}
      </div>
    </section>
  )
}
