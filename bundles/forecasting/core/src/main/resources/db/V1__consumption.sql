create table usage_series (
    id      uuid primary key,
    account uuid not null,
    service text not null,
    unique (account, service)
);

-- What is known now. What was known earlier is in the journal.
create table usage_point (
    series   uuid not null references usage_series,
    month    date not null check (extract(day from month) = 1),
    amount   numeric not null,
    currency text not null,
    status   text not null,
    version  bigint not null,
    primary key (series, month)
);
