-- One employer has one union of members (ORG-07): while one is being founded, its employers' codes are held for it.
create table organization.founding_claim (
  credit_code   text     not null,
  cell_id       integer  not null,
  matter_id     uuid     not null,
  host_unit_id  uuid     not null,
  constraint founding_claim_pkey primary key (credit_code),
  constraint founding_claim_under_unit foreign key (host_unit_id) references organization.unit (id)
);
create index founding_claim_of_matter on organization.founding_claim (cell_id, matter_id);
comment on table organization.founding_claim is '@directory Which open founding an employer''s credit code belongs to, so that no two unions of members are founded in one employer (ORG-07). Asked by commands, never by a screen.';
comment on column organization.founding_claim.host_unit_id is 'the union above, which has the founding in hand';
grant select, insert, update, delete on organization.founding_claim to gongqiao_app;

-- Of those that are open side by side already, the first has the code; the check of the data names the others.
insert into organization.founding_claim (credit_code, cell_id, matter_id, host_unit_id)
select distinct on (e.credit_code) e.credit_code, e.cell_id, e.matter_id, f.host_unit_id
from organization.founding_employer e
join organization.founding f on f.cell_id = e.cell_id and f.matter_id = e.matter_id
join kernel.matter m on m.cell_id = e.cell_id and m.id = e.matter_id
where e.credit_code is not null and f.level = 'grassroots' and f.form not in ('catch_all', 'agency')
  and m.state in ('requested', 'preparing', 'recruiting', 'election_planned', 'elected', 'result_reported')
order by e.credit_code, e.matter_id;
