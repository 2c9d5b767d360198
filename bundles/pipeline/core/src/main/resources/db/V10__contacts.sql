create table contact (
    id uuid primary key,
    version bigint not null,
    name text not null,
    account_id uuid references account,
    reports_to uuid,
    title text,
    department text,
    email text,
    phone text
);
create index on contact (account_id);
