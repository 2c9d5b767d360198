create table stakeholder (
    id         uuid primary key,
    account    uuid not null,
    name       text not null,
    title      text not null,
    reports_to uuid references stakeholder,
    version    bigint not null
);

create index stakeholder_by_account on stakeholder (account, name);

create table plan (
    id       uuid primary key,
    account  uuid not null,
    horizon  text not null,
    revision bigint not null,
    version  bigint not null,
    unique (account, horizon)
);

-- The content is kept to the letter, so that its hash can be computed again.
create table plan_revision (
    plan         uuid not null references plan,
    number       bigint not null check (number > 0),
    parent_hash  text,
    content_hash text not null,
    author       text not null,
    reason       text not null,
    saved_at     timestamptz not null,
    content      text not null,
    primary key (plan, number),
    check ((number = 1) = (parent_hash is null))
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'revisions of plans never change';
end
$$;

create trigger plan_revision_never_changes
    before update or delete or truncate on plan_revision
    for each statement execute function refuse_change();
