-- The same question about another metric or segment is another run.
alter table run drop constraint run_series_input_hash_model_version_digest_key;
alter table run add unique (metric, segment, series, input_hash, model, version, digest);
