import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSchemaSql } from './schema-sql.ts'
import { openThrowawayDatabase } from './throwaway-database.ts'

let database: Awaited<ReturnType<typeof openThrowawayDatabase>>

beforeAll(async () => {
  database = await openThrowawayDatabase()
  await database.client.query(`
    create schema house;
    comment on schema house is 'The house.';
    create function house.floor() returns integer language sql stable return 1;
    revoke execute on function house.floor() from public;
    grant execute on function house.floor() to gongqiao_app;
    create table house.room (
      cell_id integer not null, id uuid not null, path text collate "C" not null, name text default 'hall',
      entered_at timestamptz, marks text[] not null, area_fen bigint not null, plan jsonb, opened_on date, key bytea,
      constraint room_pkey primary key (cell_id, id),
      constraint room_is_paid check (area_fen > 0)
    );
    create index room_by_place on house.room (cell_id, path) where name is not null;
    alter table house.room enable row level security;
    alter table house.room force row level security;
    create policy room_in_scope on house.room for select to gongqiao_app using (cell_id > 0);
    grant select, insert on house.room to gongqiao_app;
    grant update (name) on house.room to gongqiao_app;
    comment on table house.room is 'A room of the owner''s house.';
    comment on column house.room.name is '@personal';
    create view house.open_room with (security_invoker = true) as select 1 as cell_id;
    comment on view house.open_room is 'A room, seen from outside.';
  `)
})

afterAll(() => database.drop())

test('the page of the schema holds tables, indexes, scope, grants, functions, views and comments', async () => {
  expect(await writeSchemaSql(database.client)).toMatchInlineSnapshot(`
    "-- The database as the migrations leave it, for reading. Written from its catalog.

    -- house -----------------------------------------------------------------------------------------------

    create schema house;
    comment on schema house is 'The house.';

    CREATE OR REPLACE FUNCTION house.floor()
     RETURNS integer
     LANGUAGE sql
     STABLE
    RETURN 1;
    revoke execute on function house.floor() from public;
    grant execute on function house.floor() to gongqiao_app;

    create table house.room (
      cell_id     integer           not null,
      id          uuid              not null,
      path        text collate "C"  not null,
      name        text              default 'hall'::text,
      entered_at  timestamptz,
      marks       text[]            not null,
      area_fen    bigint            not null,
      plan        jsonb,
      opened_on   date,
      key         bytea,
      constraint room_pkey PRIMARY KEY (cell_id, id),
      constraint room_is_paid CHECK (area_fen > 0)
    );
    create index room_by_place ON house.room USING btree (cell_id, path) WHERE (name IS NOT NULL);
    alter table house.room enable row level security;
    alter table house.room force row level security;
    create policy room_in_scope on house.room for select to gongqiao_app using (
      cell_id > 0
    );
    grant select, insert, update (name) on house.room to gongqiao_app;
    comment on table house.room is 'A room of the owner''s house.';
    comment on column house.room.name is '@personal';

    create view house.open_room with (security_invoker=true) as
     SELECT 1 AS cell_id;
    comment on view house.open_room is 'A room, seen from outside.';
    "
  `)
})

test('the page can be run and gives itself again', async () => {
  const page = await writeSchemaSql(database.client)
  const copy = await openThrowawayDatabase()

  try {
    await copy.client.query(page)

    expect(await writeSchemaSql(copy.client)).toBe(page)
  } finally {
    await copy.drop()
  }
})
