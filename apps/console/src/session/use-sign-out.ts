import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { usePlainApi } from './acting.tsx'
import { keepPost } from './choose-post.ts'
import { signOut } from './queries.ts'

/** Signs out, and leaves nothing of what was on the screen in this tab. */
export function useSignOut(): () => void {
  const api = usePlainApi()
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    try {
      await signOut(api)
    } finally {
      keepPost(null)
      await navigate({ to: '/sign-in', search: { post: undefined } })
      client.clear()
    }
  }
}
