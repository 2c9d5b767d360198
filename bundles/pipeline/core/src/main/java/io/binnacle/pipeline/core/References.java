package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.platform.api.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whether what an opportunity names is there. */
record References(Handle handle) {

    List<FieldError> unknown(Opportunity deal) {
        List<FieldError> errors = new ArrayList<>();
        check("account", "account", deal.account()).ifPresent(errors::add);
        check("owner", "node", deal.owner()).ifPresent(errors::add);
        check("product", "product", deal.product()).ifPresent(errors::add);
        return errors;
    }

    private Optional<FieldError> check(String field, String table, Optional<UUID> id) {
        return id.filter(value -> !exists(table, value))
                .map(value -> new FieldError(
                        "/" + field, "UNKNOWN_REFERENCE", "there is no " + table + " with the id " + value));
    }

    private boolean exists(String table, UUID id) {
        return handle.createQuery("select exists (select from pipeline." + table + " where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }
}
