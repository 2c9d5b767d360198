create table token (
    id           uuid primary key,
    version      bigint      not null,
    hash         bytea       not null unique,
    name         text        not null,
    role         text        not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

-- Whoever changes tokens locks this row first: names stay unique and one administrator remains.
create table token_guard (
    id integer primary key check (id = 1)
);

insert into token_guard (id) values (1);
