-- Who belonged to a union on a past day is looked up by the place they had then.
create index membership_history_by_place on membership.membership_history (cell_id, path, membership_id);
