create table membership.roster_report (
  cell_id        integer          not null,
  matter_id      uuid             not null,
  path           text collate "C" not null,
  membership_id  uuid             not null,
  reason         text             not null,
  constraint roster_report_pkey primary key (cell_id, matter_id),
  constraint roster_report_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint roster_report_of_membership foreign key (cell_id, membership_id) references membership.membership (cell_id, id),
  constraint roster_report_reason_is_known check (reason in ('not_me', 'left', 'never_joined'))
);
alter table membership.roster_report enable row level security;
alter table membership.roster_report force row level security;
create policy roster_report_in_scope on membership.roster_report using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table membership.roster_report is '不是我: content of a report membership.not_me that a roster is wrong; the row it names has ended.';
grant select, insert on membership.roster_report to gongqiao_app;
