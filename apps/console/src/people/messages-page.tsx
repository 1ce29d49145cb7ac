import type { Message } from '@gongqiao/modules/people/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { PageHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { insideLink, isOwnLink } from './inside-link.ts'
import { messagesQuery, readMessage } from './queries.ts'
import { usePeopleSay } from './texts/index.ts'
import './messages.css'

/** The officer's messages; opening one marks it as read. */
export function MessagesPage() {
  const say = usePeopleSay()
  const { api } = useActing()
  const client = useQueryClient()
  const messages = useInfiniteQuery(messagesQuery(api))
  const [open, setOpen] = useState<string | null>(null)
  const items = messages.data?.pages.flatMap((page) => page.items) ?? []
  const read = useMutation({
    mutationFn: (id: string) => readMessage(api, id),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: messagesQuery(api).queryKey }),
        client.invalidateQueries({ queryKey: ['officer-self'] }),
      ]),
  })

  function show(message: Message) {
    setOpen(open === message.id ? null : message.id)
    if (!message.read) read.mutate(message.id)
  }

  return (
    <div className="messages">
      <PageHead title={say('title')}>
        <p className="soft">{say('words')}</p>
      </PageHead>
      {messages.isError ? <FailureNotice failure={messages.error} retry={() => void messages.refetch()} /> : null}
      {messages.isPending ? <Loading what={say('loading')} /> : null}
      {messages.isSuccess && items.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('empty.words')}</p>
        </Empty>
      ) : null}
      {items.length > 0 ? (
        <>
          <ul className="message-list">
            {items.map((message) => (
              <MessageLine key={message.id} message={message} open={open === message.id} onOpen={() => show(message)} />
            ))}
          </ul>
          <ListEnd
            count={items.length}
            more={messages.hasNextPage ? () => void messages.fetchNextPage() : null}
            busy={messages.isFetchingNextPage}
          />
        </>
      ) : null}
    </div>
  )
}

function MessageLine({ message, open, onOpen }: { message: Message; open: boolean; onOpen: () => void }) {
  const say = usePeopleSay()
  const language = useLanguage()
  const router = useRouter()
  const inside = message.link === null ? null : insideLink(message.link)
  return (
    <li className={message.read ? '' : 'is-unread'}>
      <button type="button" className="message-line" aria-expanded={open} onClick={onOpen}>
        <span className="message-title">
          {message.title} {message.read ? null : <Tag tone="river">{say('unread')}</Tag>}
        </span>
        <time className="soft" dateTime={message.at}>
          {formatInstant(message.at, language)}
        </time>
      </button>
      {open ? (
        <div className="message-text">
          <p>{message.text}</p>
          {message.link !== null && isOwnLink(message.link) ? (
            <p>
              <a
                href={message.link}
                onClick={(event) => {
                  if (inside === null) return
                  event.preventDefault()
                  void router.navigate({ href: inside })
                }}
              >
                {say('open')}
              </a>
            </p>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}
