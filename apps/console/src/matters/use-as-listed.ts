import { useEffect } from 'react'

/** How a newer list shows a matter. `at` is when the list was fetched, in milliseconds. */
export type Listed = { readonly state: string; readonly at: number }

/** Fetches a kept copy once more where a list that is newer shows another state: the person has taken a step. */
export function useAsListed(
  {
    data,
    dataUpdatedAt,
    refetch,
  }: { data: { readonly state: string } | undefined; dataUpdatedAt: number; refetch: () => unknown },
  listed: Listed | null,
): void {
  const isOld = data !== undefined && listed !== null && listed.at > dataUpdatedAt && listed.state !== data.state
  useEffect(() => {
    if (isOld) void refetch()
  }, [isOld, refetch])
}
