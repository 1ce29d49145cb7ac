create table organization.registration (
  cell_id            integer           not null,
  matter_id          uuid              not null,
  path               text collate "C"  not null,
  unit_id            uuid              not null,
  registrar_unit_id  uuid              not null,
  wish               text              not null,
  affiliation        text              not null,
  form_cipher        bytea             not null,
  changed_on         date,
  changes            text[]            not null,
  cleared_number     text,
  cleared_on         date,
  because            text,
  certificate_id     uuid,
  constraint registration_pkey primary key (cell_id, matter_id),
  constraint registration_of_matter foreign key (cell_id, matter_id) references kernel.matter (cell_id, id),
  constraint registration_of_unit foreign key (unit_id) references organization.unit (id),
  constraint registration_by_registrar foreign key (registrar_unit_id) references organization.unit (id),
  constraint registration_wish_is_known check (wish in ('first', 'renewal', 'change', 'cancellation')),
  constraint registration_affiliation_is_known check (affiliation in ('local', 'railway', 'finance', 'civil_aviation', 'central_beijing', 'central_elsewhere')),
  constraint registration_change_has_a_day check ((wish = 'change') = (changed_on is not null) and (wish = 'change') = (cardinality(changes) > 0)),
  constraint registration_cancels_with_proof check ((wish = 'cancellation') = (cleared_number is not null) and (wish = 'cancellation') = (cleared_on is not null))
);
create index registration_of_union on organization.registration (cell_id, unit_id, matter_id);
create index registration_of_place on organization.registration (cell_id, path, matter_id);
alter table organization.registration enable row level security;
alter table organization.registration force row level security;
create policy registration_in_scope on organization.registration using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.registration is '工会法人资格登记: one application to be registered as a legal person, to renew, change or cancel it (ORG-30 to ORG-38).';
comment on column organization.registration.form_cipher is '@personal the whole application form, sealed: it holds identity numbers and phones';
comment on column organization.registration.cleared_number is 'proof of the union above that funds, assets, claims and debts are cleared (ORG-38)';

create table organization.registration_directory (
  cell_id            integer  not null,
  matter_id          uuid     not null,
  unit_id            uuid     not null,
  registrar_unit_id  uuid     not null,
  opened_on          date     not null,
  ended_on           date,
  constraint registration_directory_pkey primary key (matter_id)
);
create index registration_directory_of_registrar on organization.registration_directory (registrar_unit_id, matter_id) where ended_on is null;
comment on table organization.registration_directory is '@directory Which applications a registrar has: a railway''s union registers at the province, which does not cover its place (ORG-35).';

create table organization.certificate (
  cell_id            integer           not null,
  id                 uuid              not null,
  path               text collate "C"  not null,
  unit_id            uuid              not null,
  registrar_unit_id  uuid              not null,
  number             text              not null,
  credit_code        text              not null,
  name               text              not null,
  address            text              not null,
  representative     text              not null,
  scope              text              not null,
  first_on           date              not null,
  issued_on          date              not null,
  valid_from         date              not null,
  valid_to           date              not null,
  issue              integer           not null,
  ended_on           date,
  ended_because      text,
  reminded_on        date,
  constraint certificate_pkey primary key (cell_id, id),
  constraint certificate_of_unit foreign key (unit_id) references organization.unit (id),
  constraint certificate_by_registrar foreign key (registrar_unit_id) references organization.unit (id),
  constraint certificate_period_is_forward check (valid_to >= valid_from),
  constraint certificate_code_is_of_a_union check (credit_code ~ '^8[19]'),
  constraint certificate_end_is_known check (ended_because in ('renewed', 'changed', 'cancelled')),
  constraint certificate_end_has_a_reason check ((ended_on is null) = (ended_because is null))
);
create unique index unit_has_one_certificate on organization.certificate (cell_id, unit_id) where ended_on is null;
create index certificate_of_place on organization.certificate (cell_id, path, id) where ended_on is null;
create index certificate_by_expiry on organization.certificate (cell_id, valid_to, id) where ended_on is null;
alter table organization.certificate enable row level security;
alter table organization.certificate force row level security;
create policy certificate_in_scope on organization.certificate using (
  cell_id between kernel.scope_cell_lo() and kernel.scope_cell_hi()
  and path >= kernel.scope_path_lo() and path < kernel.scope_path_hi()
);
comment on table organization.certificate is '工会法人资格证书: what a union was registered as, until when; a change is a new issue, and the one before is recalled (ORG-36 to ORG-38).';
comment on column organization.certificate.number is 'the credit code since 2016; an older certificate has a number of its own';
comment on column organization.certificate.representative is '@personal 法定代表人: the chair (ORG-34)';
comment on column organization.certificate.first_on is 'the day the union was first registered';
comment on column organization.certificate.issue is '1 for the first, one more with every renewal and change';
comment on column organization.certificate.reminded_on is 'when its union was told that the renewal window has opened (ORG-36)';

grant select, insert, update on organization.registration, organization.certificate to gongqiao_app;
grant select, insert, update (ended_on) on organization.registration_directory to gongqiao_app;
