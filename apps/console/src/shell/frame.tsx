import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useWide } from '../kit/media.ts'
import { useShortcuts } from '../kit/shortcuts.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { ActingProvider, useActing, usePlainApi } from '../session/acting.tsx'
import { actingPost, keepPost, keptPost } from '../session/choose-post.ts'
import { NoPost } from '../session/no-post.tsx'
import { officerSelfQuery } from '../session/queries.ts'
import { SignInAgain } from '../session/sign-in-again.tsx'
import { CaretakerNote } from './caretaker-note.tsx'
import { Header } from './header.tsx'
import { HelpOverlay } from './help-overlay.tsx'
import { PostSwitch } from './post-switch.tsx'
import { Side } from './side.tsx'
import { useShellSay } from './texts/index.ts'
import { tabFor } from './unit-tabs.ts'
import { usePageFocus } from './use-page-focus.ts'
import './frame.css'

/** The desk: the tree and the post one acts as on the left, the page beside it, search and help on top. */
export function Frame() {
  const api = usePlainApi()
  const { post: asked } = useSearch({ from: '__root__' })
  const self = useQuery({ ...officerSelfQuery(api), placeholderData: (before) => before })
  const post = self.data ? actingPost(self.data, asked, keptPost()) : null

  useEffect(() => {
    if (post !== null) keepPost(post.id)
  }, [post])

  if (self.data === undefined) {
    return self.isError ? <FailureNotice failure={self.error} retry={() => void self.refetch()} /> : null
  }
  if (post === null) return <NoPost />
  return (
    <ActingProvider self={self.data} post={post}>
      <Desk />
      <SignInAgain />
    </ActingProvider>
  )
}

function Desk() {
  const say = useShellSay()
  const kit = useKitSay()
  const { may } = useActing()
  const wide = useWide()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const search = useRef<HTMLInputElement>(null)
  const [help, setHelp] = useState(false)
  const [drawer, setDrawer] = useState(false)
  usePageFocus()

  useShortcuts((key) => {
    if (key === '/') search.current?.focus()
    else if (key === '?') setHelp(true)
    else return false
    return true
  })

  function chooseUnit(unit: string) {
    setDrawer(false)
    const tab = tabFor(pathname, may)
    if (tab) void navigate({ to: tab.to, params: { unit } })
  }

  const side = <Side onChoose={chooseUnit} onLeave={() => setDrawer(false)} />
  return (
    <div className="frame">
      <a className="skip no-print" href="#page">
        {say('skip')}
      </a>
      <Header
        search={search}
        onChooseUnit={chooseUnit}
        onHelp={() => setHelp(true)}
        onMenu={wide ? null : () => setDrawer(true)}
      />
      {wide ? (
        <div className="frame-side no-print">
          <PostSwitch />
          {side}
        </div>
      ) : (
        <div className="frame-post no-print">
          <PostSwitch />
        </div>
      )}
      <main className="frame-page" id="page" tabIndex={-1}>
        <CaretakerNote />
        <Outlet />
      </main>
      {wide ? null : (
        <Drawer
          open={drawer}
          onClose={() => setDrawer(false)}
          placement="left"
          size={320}
          title={say('menu')}
          closable={{ 'aria-label': kit('close') }}
        >
          {side}
        </Drawer>
      )}
      <HelpOverlay open={help} close={() => setHelp(false)} />
    </div>
  )
}
