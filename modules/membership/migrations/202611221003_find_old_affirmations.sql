-- Each night finds whose word is a year old without reading the whole roll.
create index membership_by_affirmation on membership.membership (cell_id, affirmed_on) where affirmed;
