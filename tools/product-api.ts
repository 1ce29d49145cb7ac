import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeApi } from '../apps/server/open-api.ts'
import { allRoutes } from '../apps/server/routes.ts'
import { readConfig } from '../kernel/config.ts'
import type { OpenApi } from '../kernel/http/openapi.ts'

/** The open API of the whole product as an installation without settings serves it, the demonstration's routes included. */
export function productApi(root: string): OpenApi {
  const { version } = asManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const installation = { brand: readConfig({}, root).brand, demonstration: true, version }
  const nobody = async () => {
    throw new Error('routes are described here, not asked')
  }
  const officers = {
    begin: nobody,
    finish: nobody,
    whose: nobody,
    stepUp: nobody,
    endAll: nobody,
    add: nobody,
    addWithin: nobody,
    close: nobody,
  }
  return describeApi(allRoutes(officers, installation), installation)
}

/** Safe because the file is our own manifest. */
function asManifest(value: unknown): { version: string } {
  return value as { version: string }
}
