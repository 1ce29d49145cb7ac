-- What a person who was elected says of their ties to the employer, as far as a rule asks (ELE-30 to ELE-33).
alter table organization.founding_person add column ties text[] not null default '{}';
comment on column organization.founding_person.ties is 'what they said of themselves, as far as a rule asks';
