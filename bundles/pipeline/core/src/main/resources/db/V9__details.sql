create table opportunity_line (
    id uuid primary key,
    version bigint not null,
    opportunity_id uuid not null references opportunity,
    product_id uuid references product,
    description text,
    quantity numeric not null,
    unit_price numeric,
    unit_currency text,
    total numeric not null,
    currency text not null,
    discount numeric,
    service_date date,
    removed boolean not null,
    check ((unit_price is null) = (unit_currency is null))
);
create index on opportunity_line (opportunity_id);

create table touch (
    id uuid primary key,
    version bigint not null,
    opportunity_id uuid not null references opportunity,
    node_id uuid references node,
    day date not null,
    kind text not null,
    subject text not null,
    done boolean not null
);
create index on touch (opportunity_id, day) where done;
