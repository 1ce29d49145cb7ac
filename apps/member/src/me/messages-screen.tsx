import type { Message } from '@gongqiao/modules/people/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { post } from '../api/client.ts'
import { messagesQuery, queryClient, selfQuery } from '../api/queries.ts'
import { Icon } from '../kit/icon.tsx'
import { Pages } from '../kit/pages.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { meTexts } from './texts/index.ts'

/** 站内信: messages in the app, the latest first; what was on the screen counts as read. */
export function MessagesScreen() {
  const t = useSpeak(meTexts)
  const messages = useInfiniteQuery(messagesQuery)
  const unread = messages.data?.pages
    .flatMap(({ items }) => items.filter(({ read }) => !read).map(({ id }) => id))
    .join(' ')

  useEffect(() => {
    if (!unread) return
    // The list keeps its marks until it is opened again: a mark that goes while one reads says nothing.
    void Promise.all(unread.split(' ').map((id) => post(`/api/me/messages/${id}/reading`)))
      .then(() => queryClient.invalidateQueries({ queryKey: selfQuery.queryKey, exact: true }))
      .catch(() => undefined)
  }, [unread])

  return (
    <Screen title={t('messages')} back="/me" tabs>
      <Pages query={messages} empty={{ title: t('messagesNone'), why: t('messagesNoneWhy') }}>
        {(message) => <MessageRow key={message.id} message={message} />}
      </Pages>
    </Screen>
  )
}

function MessageRow({ message }: { message: Message }) {
  const t = useSpeak(meTexts)
  const { language } = usePreferences()
  const router = useRouter()
  const link = ownPath(message.link)
  return (
    <li className="row-plain">
      <Icon name="letter" />
      <span className="row-words">
        <span className="row-title">
          {message.title}
          {message.read ? null : <span className="mark-unread">{t('unread')}</span>}
        </span>
        <span>{message.text}</span>
        <span className="soft small">{formatInstant(message.at, language)}</span>
        {link === undefined ? null : (
          <a
            className="link"
            href={link}
            onClick={(event) => {
              event.preventDefault()
              router.history.push(link)
            }}
          >
            {t('open')}
          </a>
        )}
      </span>
    </li>
  )
}

/** A link inside this app; anything else is not followed. */
function ownPath(link: string | null): string | undefined {
  return link !== null && /^\/(?![/\\])/.test(link) ? link : undefined
}
