-- The union's place is its own row's: a union that moves takes the founding along by the founding's path alone.
alter table organization.founding drop constraint founding_has_place_with_unit;
alter table organization.founding drop column unit_path;
