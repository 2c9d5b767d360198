alter table node
    drop constraint node_kind_check,
    add constraint node_kind_check
        check (kind in ('REGION', 'MANAGER', 'SELLER', 'TERRITORY', 'PRODUCT_GROUP', 'INDUSTRY')),
    add column ended_on date;

-- Where accounts and products belong now; where they belonged stands in the journal.
create table placement (
    id uuid primary key,
    version bigint not null,
    hierarchy text not null check (hierarchy in ('TERRITORY', 'PRODUCT', 'INDUSTRY')),
    subject_id uuid not null,
    node_id uuid references node,
    unique (hierarchy, subject_id)
);
create index on placement (node_id);

create table calendar (
    id uuid primary key,
    version bigint not null,
    name text not null unique,
    standard boolean not null,
    definition text not null
);
create unique index on calendar (standard) where standard;

create table rate (
    id uuid primary key,
    version bigint not null,
    from_currency text not null,
    to_currency text not null,
    day date not null,
    kind text not null check (kind in ('PLAN', 'SPOT')),
    rate numeric not null check (rate > 0),
    unique (from_currency, to_currency, kind, day)
);

create table assignment (
    id uuid primary key,
    version bigint not null,
    scope text not null check (scope in ('ACCOUNT', 'OPPORTUNITY')),
    subject_id uuid not null,
    user_name text,
    node_id uuid references node,
    unit text not null check (unit in ('ATU', 'STU', 'CSU', 'PARTNER', 'EXEC')),
    role text not null,
    allocation numeric not null check (allocation between 0 and 100),
    first_day date not null,
    last_day date,
    check ((user_name is null) <> (node_id is null)),
    check (last_day >= first_day)
);
create index on assignment (subject_id);
create index on assignment (user_name);
create index on assignment (node_id);

create table credit_split (
    id uuid primary key references opportunity,
    version bigint not null,
    revenue text not null,
    overlay text not null,
    consumption text not null
);
