import { expect, test } from 'vitest'
import { type Catalog, checkStatement, sentByNationalScan } from './query-checker.ts'

const catalog: Catalog = {
  growing: new Set(['membership.membership', 'people.person', 'kernel.matter', 'kernel.fact', 'people.open_person']),
  volatile: new Set(['draw_lot']),
}

const rule = (sql: string) => checkStatement(sql, catalog)?.rule

test.each([
  ['a page by key', 'select id from membership.membership where cell_id = $1 and (path, id) > ($2, $3) limit 50'],
  ['a cast parameter', 'select id from membership.membership m where m.cell_id = $1::int'],
  ['a row of keys', 'select name from people.person where (cell_id, id) = ($1, $2)'],
  ['a list of one', 'select name from people.person where cell_id in ($1)'],
  [
    'a join that hands the cell on',
    `select p.name from membership.membership m
    join people.person p on p.cell_id = m.cell_id and p.id = m.person_id where m.cell_id = $1`,
  ],
  [
    'a join by using',
    'select 1 from membership.membership m join people.person p using (cell_id, id) where m.cell_id = $1',
  ],
  [
    'a chain of joins',
    `select 1 from kernel.fact f, kernel.matter k, people.person p
    where k.cell_id = f.cell_id and p.cell_id = k.cell_id and p.cell_id = $1`,
  ],
  [
    'a left join bound by its side',
    `select 1 from membership.membership m
    left join people.person p on p.cell_id = m.cell_id where m.cell_id = $1`,
  ],
  [
    'an unqualified cell beside a reference table',
    `select u.name from organization.unit u
    join membership.membership m on m.unit_id = u.id where cell_id = $1`,
  ],
  [
    'a correlated subquery',
    `select 1 from membership.membership m where m.cell_id = $1
    and exists (select 1 from people.person p where p.cell_id = m.cell_id and p.id = m.person_id)`,
  ],
  [
    'a lateral subquery',
    `select l.name from membership.membership m
    cross join lateral (select p.name from people.person p where p.cell_id = m.cell_id limit 1) l where m.cell_id = $1`,
  ],
  [
    'a lateral subquery that hands the cell on',
    `select 1 from membership.membership m
    cross join lateral (select m.cell_id as place) l join people.person p on p.cell_id = l.place where m.cell_id = $1`,
  ],
  [
    'a common table that hands the cell on',
    `with here as (select cell_id, id from people.person where cell_id = $1)
    select 1 from here join membership.membership m on m.cell_id = here.cell_id`,
  ],
  [
    'a recursive walk',
    `with recursive up as (
      select cell_id, id, cause from kernel.fact where cell_id = $1 and id = $2
      union all select f.cell_id, f.id, f.cause from up join kernel.fact f on f.cell_id = up.cell_id and f.id = up.cause
    ) select id from up`,
  ],
  [
    'a union of bound halves',
    'select id from people.person where cell_id = $1 union all select id from kernel.fact where cell_id = $1',
  ],
  ['a subquery for a value', `select (select count(*) from people.person p where p.cell_id = $1)`],
  [
    'a parameter through a subquery',
    `with given as (select $1::int as cell)
    select 1 from people.person where cell_id = (select cell from given)`,
  ],
  ['an update', 'update people.person set name = $3 where cell_id = $1 and id = $2'],
  [
    'an update from another table',
    `update membership.membership m set path = $2 from people.person p
    where m.cell_id = $1 and p.cell_id = m.cell_id and p.id = m.person_id`,
  ],
  ['a delete', 'delete from kernel.fact where cell_id = $1 and number < $2'],
  ['one row', 'insert into people.person (id, cell_id) values ($1, $2)'],
  ['several rows', 'insert into people.person (cell_id, id) values ($1, $2), ($3, $4)'],
  [
    'rows from arrays',
    `insert into people.person (cell_id, id, name)
    select t.cell_id, t.id, t.name from unnest($1::int[], $2::uuid[], $3::text[]) as t(cell_id, id, name)`,
  ],
  [
    'rows from one document',
    `insert into people.person (cell_id, id)
    select r.cell_id, r.id from jsonb_to_recordset($1::jsonb) as r(cell_id int, id uuid)`,
  ],
  [
    'rows out of elements of a document',
    `insert into people.person (cell_id, id)
    select (e->>'cell')::int, (e->>'id')::uuid from jsonb_array_elements($1::jsonb) as e`,
  ],
  [
    'one statement for a whole join',
    `with person as (
      insert into people.person (cell_id, id) values ($1, $2) returning cell_id, id
    ), member as (
      insert into membership.membership (cell_id, id, person_id) select p.cell_id, $3, p.id from person p returning cell_id
    ) insert into kernel.fact (cell_id, name) select cell_id, $4 from member`,
  ],
  [
    'an upsert with what was given',
    `insert into people.person (cell_id, id, name) values ($1, $2, $3)
    on conflict (cell_id, id) do update set name = excluded.name`,
  ],
  [
    'a queue of one cell',
    `select id from kernel.fact where cell_id = $1 order by number limit 10 for update skip locked`,
  ],
  ['a reference table', 'select name from organization.unit where path like $1'],
  ['a common table named as a growing one', `with person as (select 1 as id) select id from person`],
  ['what is no query', "set local app.scope = '1|2|a|b'"],
  ['the present time as a first value', 'insert into people.person (cell_id, at) values ($1, now())'],
])('%s passes', (_, sql) => {
  expect(checkStatement(sql, catalog)).toBeUndefined()
})

test.each([
  ['no condition', 'select id from membership.membership'],
  ['a condition on something else', 'select id from membership.membership where id = $1'],
  ['a name without its schema', 'select id from membership where id = $1'],
  ['a view of a growing table', 'select id from people.open_person where id = $1'],
  ['a number written into the text', 'select id from membership.membership where cell_id = 110105'],
  ['a range', 'select id from membership.membership where cell_id between $1 and $2'],
  ['several cells', 'select id from membership.membership where cell_id = any($1)'],
  ['a list of two', 'select id from membership.membership where cell_id in ($1, $2)'],
  ['one side of an or', 'select id from membership.membership where cell_id = $1 or path = $2'],
  ['a cell the scope gives', 'select id from membership.membership where cell_id = kernel.scope_cell_lo()'],
  [
    'a cell taken from a reference table',
    `select m.id from organization.unit u
    join membership.membership m on m.cell_id = u.cell_id where u.id = $1`,
  ],
  [
    'a join without the cell',
    `select 1 from membership.membership m join people.person p on p.id = m.person_id
    where m.cell_id = $1`,
  ],
  [
    'a left join that binds the wrong side',
    `select 1 from membership.membership m
    left join people.person p on p.cell_id = m.cell_id and m.cell_id = $1`,
  ],
  [
    'a full join',
    `select 1 from membership.membership m full join people.person p on p.cell_id = m.cell_id
    where m.cell_id = $1`,
  ],
  ['a subquery in from', 'select 1 from (select * from people.person) p where p.cell_id = $1'],
  ['a subquery in a list', 'select (select count(*) from people.person)'],
  [
    'a subquery in a condition',
    `select 1 from membership.membership m where m.cell_id = $1
    and m.person_id in (select id from people.person)`,
  ],
  [
    'a lateral subquery',
    `select 1 from membership.membership m
    cross join lateral (select 1 from people.person p where p.id = m.person_id) l where m.cell_id = $1`,
  ],
  ['one half of a union', 'select id from people.person where cell_id = $1 union select id from kernel.fact'],
  [
    'a recursive walk that leaves the cell',
    `with recursive up as (
      select cell_id, id, cause from kernel.fact where cell_id = $1
      union all select f.cell_id, f.id, f.cause from up join kernel.fact f on f.id = up.cause
    ) select id from up`,
  ],
  ['a common table', 'with all_of_them as (select * from people.person) select 1'],
  ['an update', 'update people.person set name = $1 where id = $2'],
  [
    'an update over the cells of an array',
    `update people.person p set name = t.name
    from unnest($1::int[], $2::uuid[], $3::text[]) as t(cell_id, id, name) where p.cell_id = t.cell_id and p.id = t.id`,
  ],
  ['a delete', 'delete from kernel.fact where number < $1'],
  [
    'a delete in a common table',
    'with gone as (delete from kernel.fact where number < $1 returning 1) select count(*) from gone',
  ],
  ['an insert of a number written into the text', 'insert into people.person (cell_id, id) values (110105, $1)'],
  ['an insert without the cell', 'insert into people.person (id) values ($1)'],
  ['an insert without columns', 'insert into people.person values ($1, $2)'],
  [
    'an insert of a looked-up cell',
    'insert into people.person (cell_id, id) select cell_id, $2 from organization.unit where id = $1',
  ],
  ['emptying a table', 'truncate people.person'],
  ['copying a table', 'copy people.person (id) from stdin'],
  ['explaining a query', 'explain analyze select id from membership.membership'],
  ['the second of two statements', 'select 1; select id from membership.membership'],
])('%s leaves the cell unbound', (_, sql) => {
  expect(rule(sql)).toBe('cell_unbound')
})

test.each([
  ['update people.person set cell_id = $2 where cell_id = $1', 'cell_changed'],
  ['insert into people.person (cell_id) values ($1) on conflict (cell_id) do update set cell_id = $2', 'cell_changed'],
  ['update people.person set seen_at = now() where cell_id = $1', 'volatile_set'],
  ['update organization.unit set seen_at = current_timestamp where id = $1', 'volatile_set'],
  ['update organization.unit set lot = kernel.draw_lot() where id = $1', 'volatile_set'],
  [
    'insert into code (id, key) values ($1, $2) on conflict (id) do update set key = coalesce($2, gen_random_uuid())',
    'volatile_set',
  ],
  ['select id from kernel.job order by id limit 1 for update skip locked', 'skip_locked'],
  ['merge into organization.unit u using given g on g.id = u.id when matched then delete', 'merge'],
  ['notify wake_up', 'notify'],
  ["select pg_notify('wake_up', $1)", 'notify'],
  ['selekt 1', 'unparsable'],
])('%s breaks %s', (sql, expected) => {
  expect(rule(sql)).toBe(expected)
})

test('the tables of a library keep their own ways', () => {
  expect(checkStatement('update pgboss.job set started_on = now() where id = $1', catalog)).toBeUndefined()
})

test('a listed statement passes, and only it', () => {
  const listed = 'select count(*) from membership.membership where cell_id between $1 and $2'

  expect(checkStatement(listed, catalog, (sql) => sql === listed)).toBeUndefined()
  expect(checkStatement(`${listed} and true`, catalog, (sql) => sql === listed)).toBeDefined()
})

test('a fault names the table and the alias, so that the author finds the place', () => {
  const fault = checkStatement('select 1 from membership.membership m', catalog)

  expect(fault?.message).toBe('membership.membership as m has no cell_id = $n')
})

test('a statement counts as a national scan only when a file of that name sends it', async () => {
  const source = `export const send = (record) => record()`
  const { send } = await import(
    `data:text/javascript,${encodeURIComponent(source)}//# sourceURL=/kernel/national-scans.ts`
  )

  expect(send(sentByNationalScan)).toBe(true)
  expect(sentByNationalScan()).toBe(false)
})
