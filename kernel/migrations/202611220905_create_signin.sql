create schema signin;
grant usage on schema signin to gongqiao_app;
comment on schema signin is 'Officers'' sign-in: the tables are better-auth''s own, as its 1.7 release lays them out.';

create table signin."user" (
  "id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null,
  "image" text, "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null, "username" text unique, "displayUsername" text,
  "twoFactorEnabled" boolean
);
create table signin."session" (
  "id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text,
  "userAgent" text, "userId" text not null references signin."user" ("id") on delete cascade
);
create table signin."account" (
  "id" text not null primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references signin."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
  "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
  "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null
);
create table signin."verification" (
  "id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null
);
create table signin."twoFactor" (
  "id" text not null primary key, "secret" text not null, "backupCodes" text not null,
  "userId" text not null references signin."user" ("id") on delete cascade, "verified" boolean,
  "failedVerificationCount" integer, "lockedUntil" timestamptz
);
create index "session_userId_idx" on signin."session" ("userId");
create index "account_userId_idx" on signin."account" ("userId");
create index "verification_identifier_idx" on signin."verification" ("identifier");
create index "twoFactor_secret_idx" on signin."twoFactor" ("secret");
create index "twoFactor_userId_idx" on signin."twoFactor" ("userId");
comment on table signin."user" is 'officers'' accounts (better-auth)';
comment on table signin."session" is 'officers'' sessions (better-auth)';
comment on table signin."account" is 'officers'' passwords, hashed (better-auth)';
comment on table signin."verification" is 'half-finished sign-ins (better-auth)';
comment on table signin."twoFactor" is 'officers'' second factors, sealed (better-auth)';
grant select, insert, update, delete on all tables in schema signin to gongqiao_app;
grant usage on schema signin to gongqiao_job;
grant select, delete on signin."session", signin."verification" to gongqiao_job;
