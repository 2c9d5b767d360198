create table node (
    id uuid primary key,
    version bigint not null,
    name text not null,
    kind text not null check (kind in ('REGION', 'MANAGER', 'SELLER')),
    parent_id uuid references node
);
create index on node (parent_id);

create table account (
    id uuid primary key,
    version bigint not null,
    name text not null,
    parent_id uuid references account,
    industry text,
    region text
);
create index on account (parent_id);

create table product (
    id uuid primary key,
    version bigint not null,
    name text not null,
    family text,
    list_price numeric,
    list_currency text,
    check ((list_price is null) = (list_currency is null))
);

create table opportunity (
    id uuid primary key,
    version bigint not null,
    name text not null,
    account_id uuid references account,
    owner_id uuid references node,
    product_id uuid references product,
    stage text not null,
    status text not null check (status in ('OPEN', 'ON_HOLD', 'WON', 'LOST', 'CANCELLED')),
    category text not null
        check (category in ('OMITTED', 'PIPELINE', 'BEST_CASE', 'MOST_LIKELY', 'COMMIT', 'CLOSED')),
    amount numeric check (amount >= 0),
    currency text,
    close_date date,
    original_close_date date,
    created_on date not null,
    next_step text,
    next_activity date,
    reason_closed text,
    changed_at timestamptz not null,
    check ((amount is null) = (currency is null))
);
create index on opportunity (status, id);
create index on opportunity (account_id, id);
create index on opportunity (owner_id, id);
create index on opportunity (close_date);

create table target (
    id uuid primary key,
    version bigint not null,
    node_id uuid not null references node,
    metric text not null check (metric in ('BOOKED', 'CONSUMED')),
    quarter text not null,
    amount numeric not null check (amount >= 0),
    currency text not null,
    unique (node_id, metric, quarter)
);

-- digest: of the record as the other system last gave it, so that an unchanged one is not looked at again
create table external_ref (
    system text not null,
    type text not null,
    id text not null,
    entity_type text not null,
    entity_id uuid not null,
    digest text,
    primary key (system, type, id)
);
create index on external_ref (entity_id);
