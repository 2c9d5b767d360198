create table sales_pipeline (
    id uuid primary key,
    version bigint not null,
    key text not null unique,
    name text not null,
    stages text not null
);
