import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCatalog } from '../kernel/database/query-checker.ts'
import { checkSchema } from './check-schema.ts'
import { openThrowawayDatabase } from './throwaway-database.ts'

let database: Awaited<ReturnType<typeof openThrowawayDatabase>>

beforeAll(async () => {
  database = await openThrowawayDatabase()
  await database.client.query(`
    create schema house;
    create schema pgboss;
    create table house.unit (
      id uuid constraint unit_pkey primary key, cell_id integer not null, code text, path text collate "C" not null
    );
    create unique index unit_has_own_code on house.unit (code);
    comment on table house.unit is '@reference 组织: a unit, known everywhere.';
    create table house.person_place (digest bytea constraint person_place_pkey primary key, cell_id integer not null);
    comment on table house.person_place is '@directory Which cell holds a person.';
    create table house.person (
      cell_id integer not null, id uuid not null, path text collate "C" not null, unit_id uuid, name text, number integer,
      constraint person_pkey primary key (cell_id, id),
      constraint person_of_unit foreign key (unit_id) references house.unit (id),
      constraint person_number_is_unique unique (cell_id, number),
      constraint person_number_is_positive check (number > 0)
    );
    comment on table house.person is '职工: one row for each person of a cell.';
    comment on column house.person.name is '@personal as on the document';
    alter table house.person enable row level security;
    alter table house.person force row level security;
    create policy person_in_scope on house.person using (
      cell_id between nullif(split_part(current_setting('app.scope', true), '|', 1), '')::int and 659099
      and path >= split_part(current_setting('app.scope', true), '|', 3)
    );
    create table house.entry (
      cell_id integer not null, id uuid not null, person_id uuid not null, amount_fen bigint not null,
      constraint entry_pkey primary key (cell_id, id),
      constraint entry_of_person foreign key (cell_id, person_id) references house.person (cell_id, id)
    );
    comment on table house.entry is '@append-only One posting.';
    grant select, insert on house.entry to gongqiao_app;
    create view house.open_person as select cell_id, id from house.person;
    comment on view house.open_person is 'People for other modules, without names.';
    create table pgboss.job (id serial primary key, at timestamp);
  `)
})

afterAll(() => database.drop())

/** What the checker finds once these statements have run; they are taken back afterwards. */
async function rulesAfter(statements: string): Promise<string[]> {
  await database.client.query('begin')
  try {
    await database.client.query(statements)
    return (await checkSchema(database.client)).map((fault) => fault.rule)
  } finally {
    await database.client.query('rollback')
  }
}

test('a schema that keeps the rules has no fault, and the tables of a library are left alone', async () => {
  expect(await rulesAfter('select 1')).toEqual([])
})

const growing = (name: string, columns: string, key = 'cell_id, id') => `
  create table house.${name} (cell_id integer not null, id uuid not null, ${columns} constraint ${name}_pkey primary key (${key}));
  comment on table house.${name} is 'one row';`

test.each([
  [
    'trigger',
    'a trigger on a growing table',
    `create function house.look() returns trigger language plpgsql set search_path = '' as 'begin return null; end';
     create trigger entry_is_looked_at after insert on house.entry for each row execute function house.look()`,
  ],
  ['key_without_cell', 'a key without cell_id', growing('visit', '', 'id')],
  ['key_without_cell', 'a key with cell_id second', growing('visit', '', 'id, cell_id')],
  [
    'key_without_cell',
    'no key',
    `create table house.visit (cell_id integer not null); comment on table house.visit is 'one row'`,
  ],
  [
    'cell_is_no_number',
    'a cell that is no integer',
    'alter table house.entry drop constraint entry_of_person; alter table house.entry alter cell_id type bigint',
  ],
  [
    'unique_without_cell',
    'a unique constraint without cell_id',
    growing('visit', 'a int, constraint visit_a_is_unique unique (a),'),
  ],
  [
    'unique_without_cell',
    'a unique index without cell_id',
    'create unique index person_has_one_name on house.person (name) where number > 1',
  ],
  [
    'unique_without_cell',
    'a unique index that only includes cell_id',
    'create unique index person_name on house.person (name) include (cell_id)',
  ],
  [
    'foreign_key_without_cell',
    'a key to a growing table that crosses cells',
    growing(
      'visit',
      `other integer, person_id uuid,
    constraint visit_of_person foreign key (other, person_id) references house.person (cell_id, id),`,
    ),
  ],
  [
    'view_without_cell',
    'a view that hides the cell',
    `create view house.open_name as select id from house.person; comment on view house.open_name is 'names'`,
  ],
  ['counter', 'a sequence', 'create sequence house.number'],
  ['counter', 'a serial', growing('visit', 'n serial,')],
  ['counter', 'an identity column', growing('visit', 'n bigint generated always as identity,')],
  ['personal_without_scope', 'personal data open to its owner', 'alter table house.person no force row level security'],
  [
    'personal_without_scope',
    'personal data in a reference table',
    `comment on column house.unit.code is '@personal of the chair'`,
  ],
  [
    'several_policies',
    'two policies that add up',
    'create policy person_too on house.person for select using (number = 1)',
  ],
  [
    'policy_subquery',
    'a policy that looks elsewhere',
    `alter policy person_in_scope on house.person
    using (cell_id = (select min(u.cell_id) from house.unit u))`,
  ],
  [
    'policy_subquery',
    'a policy that asks whether something exists',
    `alter policy person_in_scope on house.person
    using (exists (select from house.unit u where u.cell_id = person.cell_id))`,
  ],
  [
    'policy_or',
    'a policy over two ranges',
    `alter policy person_in_scope on house.person
    using (cell_id between 1 and 2 or cell_id between 5 and 6)`,
  ],
  [
    'policy_or',
    'a policy with an or in what may be written',
    `alter policy person_in_scope on house.person
    with check (number = 1 or path >= 'a')`,
  ],
  ['append_only_is_open', 'an update grant on what must not change', 'grant update on house.entry to gongqiao_app'],
  ['append_only_is_open', 'an update grant on one column', 'grant update (amount_fen) on house.entry to gongqiao_app'],
  ['append_only_is_open', 'a delete grant to everybody', 'grant delete on house.entry to public'],
  ['append_only_is_open', 'a delete grant to the jobs', 'grant delete on house.entry to gongqiao_job'],
  ['no_comment', 'a table without a comment', 'comment on table house.entry is null'],
  ['no_comment', 'a table whose comment is only a tag', `comment on table house.unit is '@reference'`],
  ['no_comment', 'a view without a comment', 'comment on view house.open_person is null'],
  ['no_column_comment', 'a phone that nobody classed', 'alter table house.person add phone_digest bytea'],
  ['unnamed_constraint', 'a check named by the machine', 'alter table house.person add check (number < 9)'],
  ['unnamed_constraint', 'a unique named by the machine', 'alter table house.person add unique (cell_id, name)'],
  [
    'unnamed_constraint',
    'a foreign key named by the machine',
    'alter table house.entry add foreign key (cell_id, id) references house.person (cell_id, id)',
  ],
  ['column_type', 'an instant without a zone', growing('visit', 'at timestamp,')],
  ['column_type', 'an enum', `create type house.mood as enum ('x'); ${growing('visit', 'mood house.mood,')}`],
  ['column_type', 'money that is no bigint', growing('visit', 'paid_fen integer,')],
  ['column_type', 'a path that sorts by language', growing('visit', 'path text collate "default",')],
  [
    'open_definer',
    'a definer function that trusts the caller',
    `create function house.find() returns int language sql security definer as 'select 1'`,
  ],
])('%s: %s is found', async (rule, _, statements) => {
  expect(new Set(await rulesAfter(statements))).toEqual(new Set([rule]))
})

test('a definer function with its own search path passes', async () => {
  const statements = `create function house.find() returns int language sql security definer set search_path = '' as 'select 1'`

  expect(await rulesAfter(statements)).toEqual([])
})

test('one policy for reading and one for writing do not add up', async () => {
  const statements = `
    drop policy person_in_scope on house.person;
    create policy person_read on house.person for select using (cell_id >= 1);
    create policy person_written on house.person for insert with check (cell_id >= 1)`

  expect(await rulesAfter(statements)).toEqual([])
})

test('the query checker learns from the same comments which tables and views grow', async () => {
  const { growing } = await readCatalog(database.client)

  expect([...growing].sort()).toEqual(['house.entry', 'house.open_person', 'house.person'])
})
