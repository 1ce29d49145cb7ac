-- An employer is written over in place: what it was, where it stood and who covered it is kept line by line.
create table organization.employer_history (
  cell_id        integer           not null,
  employer_id    uuid              not null,
  number         integer           not null,
  path           text collate "C"  not null,
  name           text              not null,
  credit_code    text,
  industry       text,
  division_code  text,
  employees      integer,
  covered_by     uuid,
  covered_since  date,
  taken_back     boolean           not null,
  valid_from     date              not null,
  recorded_at    timestamptz       not null,
  constraint employer_history_pkey primary key (cell_id, employer_id, number),
  constraint employer_history_of_union foreign key (covered_by) references organization.unit (id),
  constraint employer_history_is_covered_since_a_day check ((covered_by is null) = (covered_since is null))
);
create index employer_history_by_place on organization.employer_history (cell_id, path, employer_id);
comment on table organization.employer_history is '@append-only @stays-where-it-happened 用人单位变化: what an employer was, where it stood and which union covered it, in the world and as known to us; each line is whole.';
comment on column organization.employer_history.number is 'the lines of one employer, from 1; each takes the place of the ones before from its day on';
comment on column organization.employer_history.covered_by is 'the union that covers it; of several the first';
comment on column organization.employer_history.taken_back is 'it was entered by mistake and is no more';
comment on column organization.employer_history.valid_from is 'the day from which it was so';
grant select, insert on organization.employer_history to gongqiao_app;

-- The history of those that are there begins with what they are: entered when their id was made, covered since the day that is kept.
insert into organization.employer_history (cell_id, employer_id, number, path, name, credit_code, industry, division_code, employees,
  covered_by, covered_since, taken_back, valid_from, recorded_at)
select e.cell_id, e.id, 1, e.path, e.name, e.credit_code, e.industry, e.division_code, e.employees, c.unit_id, c.valid_from, false,
  least(c.valid_from, (m.made at time zone 'Asia/Shanghai')::date), m.made
from organization.employer e
cross join lateral (select least(now(), case when substr(e.id::text, 15, 1) = '7'
  then to_timestamp(('x' || left(replace(e.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) end) as made) m
left join lateral (select c.unit_id, c.valid_from from organization.covered_unit c
  where c.cell_id = e.cell_id and c.employer_id = e.id and c.valid_to is null order by c.valid_from, c.unit_id limit 1) c on true;
