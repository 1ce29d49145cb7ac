-- The spine now says itself whose turn it is; what is open already is said once, and each step says it from here on.
set local app.scope = '0|999999||~';
update kernel.matter set waits = true
where ended_at is null and (kind, state) in
  (('membership.application', 'returned'), ('membership.application', 'person_check'), ('membership.not_me', 'answered'));
