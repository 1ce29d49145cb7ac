create table kernel.export (
  cell_id      integer          not null,
  id           uuid             not null,
  path         text collate "C" not null,
  post_id      uuid             not null,
  account_id   uuid             not null,
  by_words     text             not null,
  language     text             not null,
  kind         text             not null,
  format       text             not null,
  unmasked     boolean          not null,
  about        text             not null,
  request      bytea            not null,
  state        text             not null,
  done         integer          not null default 0,
  total        integer,
  trouble      text,
  file_run     uuid,
  file_parts   integer          not null default 0,
  file_bytes   bigint           not null default 0,
  created_at   timestamptz      not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  expires_at   timestamptz,
  constraint export_pkey primary key (cell_id, id),
  constraint export_format_is_known check (format in ('xlsx', 'csv')),
  constraint export_state_is_known check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired')),
  constraint export_failed_says_why check ((state = 'failed') = (trouble is not null)),
  constraint export_ready_expires check (state <> 'ready' or (expires_at is not null and file_run is not null))
);
create index export_of_post on kernel.export (cell_id, post_id, id);
alter table kernel.export enable row level security;
alter table kernel.export force row level security;
create policy export_in_scope on kernel.export using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table kernel.export is '导出: one list on its way out, at the place of the post that asked. Its file lies sealed in the store until expires_at.';
comment on column kernel.export.request is '@personal sealed: what of the list was asked for, and the reason';
comment on column kernel.export.about is 'name of the unit whose list it is; empty for a list of the post''s own';
comment on column kernel.export.unmasked is 'with whole numbers; asked for with a reason by somebody who had just proved anew who they are';
comment on column kernel.export.file_run is 'the run that wrote the file: one that is begun again takes nothing from a process that was thought dead';
comment on column kernel.export.file_parts is 'parts that run has begun to write';

create table kernel.export_work (
  cell_id    integer      not null,
  export_id  uuid         not null,
  due_at     timestamptz  not null,
  tries      integer      not null default 0,
  constraint export_work_pkey primary key (cell_id, export_id),
  constraint export_work_of_export foreign key (cell_id, export_id) references kernel.export (cell_id, id)
);
create index export_work_due on kernel.export_work (due_at);
comment on table kernel.export_work is 'Exports that have something to do, and when: to be written, to be begun again when their process died, to expire.';

grant select, insert, update, delete on kernel.export to gongqiao_app;
grant select, insert, update, delete on kernel.export_work to gongqiao_app;
