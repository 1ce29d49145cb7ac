-- An officer looks for somebody of their own scope by a whole phone number: through its digest, cell by cell.
create index person_of_phone on people.person (cell_id, phone_digest) where phone_digest is not null;
