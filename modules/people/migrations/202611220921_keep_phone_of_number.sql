-- Some databases were created with the column already.
alter table people.identity_directory add column if not exists phone_digest bytea;
comment on column people.identity_directory.phone_digest is 'the phone on the record when its number was claimed: says when looking at the record is worth it, and proves nothing';

set local app.scope = '0|999999||~';
update people.identity_directory d set phone_digest = p.phone_digest from people.person p
where p.cell_id = d.cell_id and p.id = d.person_id and d.phone_digest is null and p.phone_digest is not null;
