import { DownOutlined, UserSwitchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { useActing } from '../session/acting.tsx'
import { useShellSay } from './texts/index.ts'

/** The post one acts as, always in view; with more than one, the way to change it. A change goes to that post's queue. */
export function PostSwitch() {
  const say = useShellSay()
  const { self, post } = useActing()
  const navigate = useNavigate()
  const face = (
    <>
      <UserSwitchOutlined aria-hidden="true" />
      <span className="post-words">
        <span className="soft">{say('acting')}</span>
        <strong>{post.title}</strong>
        <span className="post-unit">{post.unit.name}</span>
      </span>
    </>
  )
  if (self.posts.length < 2) {
    return (
      <section className="post-switch" aria-label={say('acting')}>
        {face}
      </section>
    )
  }
  return (
    <section aria-label={say('acting')}>
      <Dropdown
        trigger={['click']}
        getPopupContainer={(post) => post.ownerDocument.querySelector<HTMLElement>('.frame-head') ?? post}
        menu={{
          selectable: true,
          selectedKeys: [post.id],
          items: self.posts.map((held) => ({
            key: held.id,
            label: (
              <>
                {held.title} <span className="soft">{held.unit.name}</span>
              </>
            ),
          })),
          onClick: ({ key }) => void navigate({ to: '/', search: { post: key } }),
        }}
      >
        <button type="button" className="post-switch" aria-haspopup="menu">
          {face}
          <span className="hidden-words">{say('acting.change')}</span>
          <DownOutlined aria-hidden="true" />
        </button>
      </Dropdown>
    </section>
  )
}
