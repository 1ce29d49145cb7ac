import type { Client } from './connect.ts'

/** The three roles of the database and their passwords. */
export type RolePasswords = { readonly owner: string; readonly app: string; readonly job: string }

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * The SQL that makes the three roles: `gongqiao_owner` (migrations), `gongqiao_app` (requests), `gongqiao_job`
 * (projections). Printed for a database administrator where we may not run it ourselves.
 */
export function rolesScript(passwords: RolePasswords, database: string): string {
  const role = (name: string, password: string) => `
do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if;
end $$;
alter role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${quoted(password)};`
  return `${role('gongqiao_owner', passwords.owner)}${role('gongqiao_app', passwords.app)}${role('gongqiao_job', passwords.job)}
grant create, connect on database "${database}" to gongqiao_owner;
grant connect on database "${database}" to gongqiao_app, gongqiao_job;
revoke create on schema public from public;
grant create on schema public to gongqiao_owner;
`
}

/** Why the request role must not serve, in words; an empty list when it may. */
export async function faultsOfRequestRole(client: Client): Promise<string[]> {
  const { rows } = await client.query<{
    name: string
    superuser: boolean
    bypass: boolean
    owns: number
    open: string[] | null
  }>(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
      (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns,
      (select array_agg(n.nspname || '.' || c.relname order by 1) from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum and d.description like '%@personal%'
        where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)) as open
    from pg_roles r where r.rolname = current_user`)
  const role = rows[0]
  if (!role) return ['the request role is unknown to the server']
  const faults: string[] = []
  if (role.superuser) faults.push(`role ${role.name} is a superuser: row-level security would not bind it`)
  if (role.bypass) faults.push(`role ${role.name} bypasses row-level security`)
  if (role.owns > 0) faults.push(`role ${role.name} owns ${role.owns} tables`)
  for (const table of role.open ?? [])
    faults.push(`table ${table} holds personal data without forced row-level security`)
  return faults
}
