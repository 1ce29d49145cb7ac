comment on column membership.worker_call.phone_digest is 'keyed digest of an invited phone, so that nobody is invited twice; the phone itself is not kept';
