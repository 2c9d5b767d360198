package io.binnacle.platform.api.operation;

import io.binnacle.platform.api.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Runs work on threads of the platform and remembers how far it is and how it ended. */
@ProviderType
public interface Operations {

    /** Long work. */
    @FunctionalInterface
    interface Task {
        /**
         * Does the work.
         *
         * @return the result, anything that can be written as JSON
         */
        Object run(Progress progress) throws Exception;
    }

    /** Starts {@code task} and returns at once. */
    Operation start(String kind, Principal by, Task task);

    /** An operation by its id; those of the last 30 days are kept. */
    Optional<Operation> find(UUID id);

    /**
     * The operations of one kind from the last 30 days, the newest first.
     *
     * @param before only those that started before this one; empty to begin with the newest
     * @param limit at most so many, at least 1
     */
    List<Operation> newest(String kind, Optional<UUID> before, int limit);
}
