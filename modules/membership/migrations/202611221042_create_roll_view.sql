create table membership.roll_view (
  cell_id     integer          not null,
  id          uuid             not null,
  path        text collate "C" not null,
  account_id  uuid             not null,
  post_id     uuid             not null,
  kind        text             not null,
  opens_first boolean          not null,
  content     bytea            not null,
  changed_at  timestamptz      not null,
  constraint roll_view_pkey primary key (cell_id, id),
  constraint roll_view_by_post foreign key (post_id) references kernel.post (id),
  constraint roll_view_kind_is_known check (kind in ('view', 'columns')),
  constraint roll_view_columns_open_nothing check (kind = 'view' or not opens_first)
);
create index roll_view_of_account on membership.roll_view (cell_id, account_id, post_id, id);
create unique index roll_view_one_opens_first on membership.roll_view (cell_id, account_id, post_id) where opens_first;
create unique index roll_view_columns_once on membership.roll_view (cell_id, account_id, post_id) where kind = 'columns';
alter table membership.roll_view enable row level security;
alter table membership.roll_view force row level security;
create policy roll_view_in_scope on membership.roll_view using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.roll_view is '名册视图: what an officer looks for again and again on the roll, and the columns they chose; their own, in the cell of their post. Holds no number and no phone.';
comment on column membership.roll_view.content is '@personal sealed: its name, search words, filters and columns';
comment on column membership.roll_view.kind is 'view: a named one; columns: those shown when no view says otherwise';
comment on column membership.roll_view.opens_first is 'the roll opens with it';
grant select, insert, update, delete on membership.roll_view to gongqiao_app;
