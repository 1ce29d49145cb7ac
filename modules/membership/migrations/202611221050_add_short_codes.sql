create table membership.short_code (
  code       text collate "C" not null,
  cell_id    integer          not null,
  code_id    uuid             not null,
  free_from  timestamptz      not null,
  constraint short_code_pkey primary key (code),
  constraint short_code_has_its_form check (code ~ '^[2-9A-HJKMNPQRT-Y]{6}$')
);
comment on table membership.short_code is '@directory 短码: six characters somebody types instead of scanning, and the joining code they stand for.';
comment on column membership.short_code.free_from is 'a year after its joining code ended it may stand for another';

create table membership.short_code_guess (
  source  bytea        not null,
  since   timestamptz  not null,
  wrong   integer      not null,
  constraint short_code_guess_pkey primary key (source),
  constraint short_code_guess_counts check (wrong > 0)
);
comment on table membership.short_code_guess is '@directory How many wrong short codes came from one source in the last minutes; forgotten after an hour.';
comment on column membership.short_code_guess.source is 'keyed digest of a network address';

grant select, insert, update on membership.short_code to gongqiao_app;
grant select, insert, update, delete on membership.short_code_guess to gongqiao_app;

-- Codes that were made before there were short ones get theirs.
alter table membership.joining_code add column short_code text;
do $$
declare
  alphabet constant text := '23456789ABCDEFGHJKMNPQRTUVWXY';
  made record;
  raw bytea;
  short text;
  sum integer;
  value integer;
begin
  for made in select cell_id, id, expires_at from membership.joining_code loop
    loop
      short := '';
      sum := 0;
      for place in 1..5 loop
        raw := uuid_send(gen_random_uuid());
        value := (get_byte(raw, 0) * 65536 + get_byte(raw, 1) * 256 + get_byte(raw, 2)) % 29;
        sum := sum + (place + 1) * value;
        short := short || substr(alphabet, value + 1, 1);
      end loop;
      short := short || substr(alphabet, (29 - sum % 29) % 29 + 1, 1);
      begin
        insert into membership.short_code (code, cell_id, code_id, free_from)
        values (short, made.cell_id, made.id, made.expires_at + interval '365 days');
        exit;
      exception when unique_violation then
        -- taken: another is drawn
      end;
    end loop;
    update membership.joining_code set short_code = short where cell_id = made.cell_id and id = made.id;
  end loop;
end $$;
alter table membership.joining_code alter column short_code set not null;
comment on column membership.joining_code.short_code is 'six characters to type where nothing can be scanned';
