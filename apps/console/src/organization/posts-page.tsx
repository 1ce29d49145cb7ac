import type { Post } from '@gongqiao/modules/organization/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ExportButton } from '../exports/export-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { InvitationsSection } from './invitations-section.tsx'
import { postsQuery, unitQuery } from './queries.ts'
import { useOrganizationSay } from './texts/index.ts'

/** Who holds which post in this union, and the hand-over of one. */
export function PostsPage() {
  const say = useOrganizationSay()
  const language = useLanguage()
  const { api, self, may } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const posts = useQuery(postsQuery(api, unit))
  const [handing, setHanding] = useState<Post | null>(null)
  const here = useQuery(unitQuery(api, unit))
  const mine = new Set(self.posts.map((post) => post.id))

  return (
    <>
      <TabHead title={say('posts.title')}>
        <p className="soft">{say('posts.words')}</p>
      </TabHead>
      {posts.isError ? <FailureNotice failure={posts.error} retry={() => void posts.refetch()} /> : null}
      {posts.isPending ? <Loading what={say('posts.loading')} /> : null}
      {posts.data?.items.length === 0 ? <Empty title={say('posts.none')}>{say('posts.none.words')}</Empty> : null}
      {posts.data && posts.data.items.length > 0 ? (
        <div className="table-box">
          <table className="table folds">
            <thead>
              <tr>
                <th scope="col">{say('posts.post')}</th>
                <th scope="col">{say('posts.holder')}</th>
                <th scope="col">{say('posts.since')}</th>
                {may('organization.hand_over_post') ? <th scope="col">{say('posts.act')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {posts.data.items.map((post) => (
                <tr key={post.id}>
                  <th scope="row">{post.title}</th>
                  <td>
                    {post.holderName ?? <span className="soft">{say('posts.vacant')}</span>}
                    {mine.has(post.id) ? <span className="soft"> · {say('posts.you')}</span> : null}
                  </td>
                  <td className="nowrap" data-label={say('posts.since')}>
                    {post.since === null ? '—' : formatDay(post.since, language)}
                  </td>
                  {may('organization.hand_over_post') ? (
                    <td>
                      <Button
                        size="small"
                        onClick={() => setHanding(post)}
                        aria-label={say('posts.hand.of', { post: post.title })}
                      >
                        {say('posts.hand')}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {posts.data && posts.data.items.length > 0 ? (
        <div className="toolbar">
          <ExportButton kind="organization.posts" filter={{ unit }} />
        </div>
      ) : null}
      {may('organization.list_invitations') && here.data ? <InvitationsSection unit={here.data.unit} /> : null}
      {handing ? (
        <HandOverDialog post={handing} unit={unit} yours={mine.has(handing.id)} close={() => setHanding(null)} />
      ) : null}
    </>
  )
}
