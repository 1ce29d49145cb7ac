import { clockRoutes } from '@gongqiao/kernel/clock/routes.ts'
import { exportRoutes } from '@gongqiao/kernel/exports/routes.ts'
import { keepFile } from '@gongqiao/kernel/files/keep-file.ts'
import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { fileTypes } from '@gongqiao/kernel/http/server.ts'
import { importRoutes } from '@gongqiao/kernel/imports/routes.ts'
import { matterRoutes } from '@gongqiao/kernel/matter/routes.ts'
import { listOfficerMessages } from '@gongqiao/kernel/messages/list-messages.ts'
import { markOfficerMessage } from '@gongqiao/kernel/messages/mark-read.ts'
import { recordRoutes } from '@gongqiao/kernel/packs/routes.ts'
import { sealRoutes } from '@gongqiao/kernel/seal/routes.ts'
import { signInCommands } from '@gongqiao/kernel/signin/commands.ts'
import type { OfficerSignIn } from '@gongqiao/kernel/signin/officers.ts'
import { stepUpCommand } from '@gongqiao/kernel/signin/step-up.ts'
import { demonstrationRoutes } from '@gongqiao/modules/demonstration/routes.ts'
import { electionRoutes } from '@gongqiao/modules/elections/routes.ts'
import { insightRoutes } from '@gongqiao/modules/insight/routes.ts'
import { membershipRoutes } from '@gongqiao/modules/membership/routes.ts'
import { OfficerSelf } from '@gongqiao/modules/organization/contract.ts'
import { invitationCommands, officerSelf } from '@gongqiao/modules/organization/index.ts'
import { organizationRoutes } from '@gongqiao/modules/organization/routes.ts'
import { peopleRoutes } from '@gongqiao/modules/people/routes.ts'
import { rightsRoutes } from '@gongqiao/modules/rights/routes.ts'
import { exportParts } from './exports.ts'
import { importParts } from './import-parts.ts'
import { type Installation, installationQueries } from './installation.ts'
import { matterParts } from './matter-parts.ts'
import { openApiQuery } from './open-api.ts'

/** Every route of the product. What stands in no table here does not exist. */
export function allRoutes(officers: OfficerSignIn, installation: Installation): readonly Route[] {
  const { beginSignIn, finishSignIn, endSignIn } = signInCommands(officers, { shape: OfficerSelf, greet: officerSelf })
  const { acceptInvitation } = invitationCommands(officers)
  const { findInstallation, findHealth } = installationQueries(installation)
  const routes: readonly Route[] = [
    get(
      '/openapi.json',
      openApiQuery(() => routes, installation),
      '本接口的 OpenAPI 3.1 文档',
    ),
    get('/installation', findInstallation, '本平台'),
    get('/health', findHealth, '健康状况'),
    post('/officer/sign-in', beginSignIn, '干部登录：账号和密码'),
    post('/officer/sign-in/totp', finishSignIn, '干部登录：动态码'),
    post('/officer/invitations/acceptance', acceptInvitation, '接受邀请，开通干部账号', { status: 201 }),
    post('/officer/sign-out', endSignIn, '干部退出登录'),
    post('/officer/step-up', stepUpCommand(officers), '再次验证身份'),
    get('/officer/messages', listOfficerMessages, '干部消息'),
    post('/officer/messages/:id/reading', markOfficerMessage, '标为已读'),
    post('/files', keepFile, '上传扫描件', { status: 201, bodyBytes: fileTypes }),
    ...clockRoutes(matterParts),
    ...exportRoutes(exportParts),
    ...importRoutes(importParts),
    ...matterRoutes(matterParts),
    ...recordRoutes(matterParts),
    ...sealRoutes,
    ...organizationRoutes,
    ...peopleRoutes,
    ...membershipRoutes,
    ...electionRoutes,
    ...rightsRoutes,
    ...insightRoutes,
    ...(installation.demonstration ? demonstrationRoutes : []),
  ]
  return routes
}
