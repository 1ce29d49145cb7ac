-- The seal of the audit: rows of audit and access log become leaves of a tree per cell, roots of cells leaves of one tree
-- of the network, whose root is chained and signed. What was sealed cannot be rewritten without being found.

-- Which transaction wrote a row tells what may still be unseen: one that runs long commits after later ones were sealed.
alter table kernel.audit add column written_in bigint not null default (pg_current_xact_id()::text)::bigint;
alter table kernel.access add column written_in bigint not null default (pg_current_xact_id()::text)::bigint;
comment on column kernel.audit.written_in is 'number of the transaction that wrote the row: where the sealer looks. No part of what is sealed';
comment on column kernel.access.written_in is 'number of the transaction that wrote the row: where the sealer looks. No part of what is sealed';
-- A few bytes for each stretch of pages, so that writers pay next to nothing for it.
create index audit_written on kernel.audit using brin (written_in) with (pages_per_range = 32, autosummarize = on);
create index access_written on kernel.access using brin (written_in) with (pages_per_range = 32, autosummarize = on);

create table kernel.seal_cell (
  cell_id      integer  not null,
  size         bigint   not null,
  frontier     bytea    not null,
  sealed_size  bigint   not null,
  constraint seal_cell_pkey primary key (cell_id),
  constraint seal_cell_is_sealed_after_it_grew check (0 <= sealed_size and sealed_size <= size)
);
comment on table kernel.seal_cell is 'One row a cell: how large its tree is. Whoever holds the row gives leaves their numbers.';
comment on column kernel.seal_cell.frontier is 'hashes of the perfect subtrees the tree is made of, largest first: one for each bit of size';
comment on column kernel.seal_cell.sealed_size is 'how large it was when its root last went into the tree of the network';

create table kernel.seal_leaf (
  cell_id  integer  not null,
  number   bigint   not null,
  log      text     not null,
  row_id   uuid     not null,
  hash     bytea    not null,
  constraint seal_leaf_pkey primary key (cell_id, number),
  constraint seal_leaf_row_has_one_number unique (cell_id, row_id, log),
  constraint seal_leaf_log_is_known check (log in ('audit', 'access'))
);
comment on table kernel.seal_leaf is '@append-only A row of a log with its number in the tree of its cell, densely from 0, and the hash of its content (RFC 6962).';

create table kernel.seal_node (
  cell_id  integer   not null,
  level    smallint  not null,
  number   bigint    not null,
  hash     bytea     not null,
  constraint seal_node_pkey primary key (cell_id, level, number),
  constraint seal_node_level_is_kept check (level > 0 and level % 4 = 0)
);
comment on table kernel.seal_node is '@append-only Perfect subtrees of the tree of a cell, of each fourth level: number n of level l covers the 2^l leaves from n * 2^l on.';

create table kernel.seal_root (
  cell_id  integer  not null,
  size     bigint   not null,
  root     bytea    not null,
  number   bigint   not null,
  constraint seal_root_pkey primary key (cell_id, size)
);
create index seal_root_number on kernel.seal_root (number);
comment on table kernel.seal_root is '@append-only The root of the tree of a cell at a size, and its number as a leaf in the tree of the network, densely from 0.';

create table kernel.seal_root_node (
  level   smallint  not null,
  number  bigint    not null,
  hash    bytea     not null,
  constraint seal_root_node_pkey primary key (level, number),
  constraint seal_root_node_level_is_kept check (level > 0 and level % 4 = 0)
);
comment on table kernel.seal_root_node is '@reference @append-only Perfect subtrees of the tree of the network, of each fourth level.';

create table kernel.seal (
  number       bigint       not null,
  at           timestamptz  not null,
  size         bigint       not null,
  root         bytea        not null,
  previous     bytea        not null,
  catching_up  boolean      not null,
  key_id       text         not null,
  signature    bytea        not null,
  constraint seal_pkey primary key (number),
  constraint seal_grows unique (size),
  constraint seal_covers_something check (number > 0 and size > 0)
);
comment on table kernel.seal is '@reference @append-only 封签: the root of the tree of the network at a moment, chained to the seal before it and signed.';
comment on column kernel.seal.previous is 'hash of the seal before it, with its signature; zeros before the first';
comment on column kernel.seal.catching_up is 'rows may be older than the seal: nothing had been sealed before, or the database had come from another server';

create table kernel.seal_network (
  id           text      not null,
  size         bigint    not null,
  frontier     bytea     not null,
  seal_number  bigint    not null,
  seal_hash    bytea     not null,
  looked_to    bigint    not null,
  cluster      text      not null,
  constraint seal_network_pkey primary key (id),
  constraint seal_network_is_one check (id = 'network')
);
comment on table kernel.seal_network is '@reference One row: how large the tree of the network is, its last seal, and up to where rows have been looked for. Whoever holds it seals.';
comment on column kernel.seal_network.looked_to is 'every committed row written in a transaction below this number has its leaf';
comment on column kernel.seal_network.cluster is 'the database server those numbers are of: in another one they mean nothing';

grant select on kernel.audit, kernel.access to gongqiao_job;
grant select on kernel.seal_cell, kernel.seal_leaf, kernel.seal_node, kernel.seal_root, kernel.seal_root_node, kernel.seal,
  kernel.seal_network to gongqiao_app, gongqiao_job;
grant insert on kernel.seal_leaf, kernel.seal_node, kernel.seal_root, kernel.seal_root_node, kernel.seal to gongqiao_job;
grant insert, update on kernel.seal_cell, kernel.seal_network to gongqiao_job;
