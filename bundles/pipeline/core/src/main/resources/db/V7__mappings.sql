create table import_mapping (
    id uuid primary key,
    version bigint not null,
    name text not null unique,
    text text not null,
    deleted boolean not null
);
