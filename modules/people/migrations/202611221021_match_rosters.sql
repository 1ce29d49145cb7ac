-- A roster's rows are matched inside one scope by the digest of their number; the directory is not asked.
create index person_of_identity on people.person (cell_id, identity_digest);

-- Taking a person back asks each table that refers to persons.
create index account_of_person_row on people.account (cell_id, person_id);

-- Takes back persons that only a roster named: without an account and without a number held. The scope of the caller binds it.
create function people.take_back_listed(cell integer, persons uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from people.person_cell pc using people.person p
  where pc.person_id = any(persons) and pc.cell_id = cell and p.cell_id = cell and p.id = pc.person_id and p.account_id is null
    and not exists (select from people.identity_directory d where d.digest = p.identity_digest and d.person_id = p.id and d.cell_id = cell);
  delete from people.person p
  where p.cell_id = cell and p.id = any(persons) and p.account_id is null
    and not exists (select from people.identity_directory d where d.digest = p.identity_digest and d.person_id = p.id and d.cell_id = cell);
end $$;
revoke all on function people.take_back_listed(integer, uuid[]) from public;
grant execute on function people.take_back_listed(integer, uuid[]) to gongqiao_app;
