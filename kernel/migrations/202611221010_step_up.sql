alter table signin."session" add column "steppedUpAt" timestamptz;
comment on column signin."session"."steppedUpAt" is 'when the officer last proved anew who they are, for what a session alone does not allow';

alter table kernel.access add column reason text;
comment on column kernel.access.reason is 'what the post wrote of why, where an act asks for it; the person sees it';
