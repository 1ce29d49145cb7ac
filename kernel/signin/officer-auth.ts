import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import pg from 'pg'
import { surviveBreaks } from '../database/connect.ts'
import { newId } from '../shared/ids.ts'

/** What officers' sign-in needs to know. */
export type OfficerAuthOptions = {
  /** Connection address of the request role. */
  readonly appUrl: string
  readonly secret: string
  readonly publicUrl: string
  readonly issuer: string
}

/** The schema that holds the library's own tables; they are its to shape. */
const signinSchema = 'signin'

/** Opens officers' sign-in: password and time-based code, sessions on the server. */
export function openOfficerAuth(options: OfficerAuthOptions) {
  const pool = new pg.Pool({
    connectionString: options.appUrl,
    max: 4,
    application_name: 'gongqiao signin',
    options: `-c search_path=${signinSchema}`,
  })
  surviveBreaks(pool)
  const auth = betterAuth({
    appName: options.issuer,
    baseURL: options.publicUrl,
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (login) => /^[a-z0-9._-]+$/i.test(login),
      }),
      twoFactor({ issuer: options.issuer, skipVerificationOnEnable: true }),
    ],
    advanced: { cookiePrefix: 'gongqiao-officer', useSecureCookies: false, database: { generateId: () => newId() } },
  })
  return { auth, pool }
}
export type OfficerAuth = ReturnType<typeof openOfficerAuth>
