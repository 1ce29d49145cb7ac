import { query } from '@gongqiao/kernel/command/query.ts'
import type { Config } from '@gongqiao/kernel/config.ts'
import { waitingMs } from '@gongqiao/kernel/national-scans.ts'
import { Nothing, nullable } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/** What the screens show of the installation itself. */
export type Installation = {
  readonly brand: Config['brand']
  readonly demonstration: boolean
  readonly version: string
}

const closed = { additionalProperties: false } as const

const InstallationView = Type.Object(
  {
    name: Type.String(),
    shortName: Type.String(),
    demonstration: Type.Boolean(),
    version: Type.String(),
    languages: Type.Array(Type.String()),
    colours: Type.Object({ pomegranate: Type.Optional(Type.String()) }, closed),
    mark: nullable(Type.String()),
    hotline: Type.String(),
  },
  { $id: 'server.Installation', ...closed },
)

const Health = Type.Object(
  {
    status: Type.Literal('ok'),
    version: Type.String(),
    database: Type.Object({ version: Type.String() }, closed),
    /** Milliseconds the oldest fact has waited for its number; figures are this far behind. */
    projectionLagMs: Type.Integer(),
  },
  { $id: 'server.Health', ...closed },
)

/** The two questions about the installation itself. */
export function installationQueries(installation: Installation) {
  /** Name, colours and mark of this installation, and whether it is a demonstration. */
  const findInstallation = query({
    act: 'server.find_installation',
    by: ['anyone'],
    input: Nothing,
    output: InstallationView,
    async run({ allow }) {
      allow.everybody('a sign on the door')
      const { brand, demonstration, version } = installation
      return {
        name: brand.name,
        shortName: brand.shortName,
        demonstration,
        version,
        languages: ['zh', 'en'],
        colours: brand.colour === undefined ? {} : { pomegranate: brand.colour },
        mark: brand.mark ?? null,
        hotline: '12351',
      }
    },
  })

  /** Healthy: the database answers, its reference data is loaded, and the lag of the figures is known. */
  const findHealth = query({
    act: 'server.find_health',
    by: ['anyone'],
    input: Nothing,
    output: Health,
    async run({ tx, now, allow }) {
      allow.everybody('whether the service lives is no secret')
      const { version } = await tx.one<{ version: string }>(
        `select current_setting('server_version') as version from kernel.installation where id = 'reference'`,
      )
      return {
        status: 'ok' as const,
        version: installation.version,
        database: { version },
        projectionLagMs: await waitingMs(tx, now),
      }
    },
  })
  return { findInstallation, findHealth }
}
