package io.binnacle.demo;

import io.binnacle.pipeline.api.ExternalRef;
import java.util.List;
import java.util.Optional;

/** The names that the simulator gives to things, as the outside knows them. */
final class DemoRefs {

    private static final String SYSTEM = "demo";

    private DemoRefs() {}

    static ExternalRef seat(String id) {
        return new ExternalRef(SYSTEM, "User", id);
    }

    static ExternalRef customer(String id) {
        return new ExternalRef(SYSTEM, "Account", id);
    }

    static ExternalRef service(String id) {
        return new ExternalRef(SYSTEM, "Product", id);
    }

    static ExternalRef deal(String id) {
        return new ExternalRef(SYSTEM, "Opportunity", id);
    }

    /** The simulator's id among the names of an entity. */
    static Optional<String> idIn(List<ExternalRef> refs) {
        return refs.stream()
                .filter(ref -> ref.system().equals(SYSTEM))
                .map(ExternalRef::id)
                .findFirst();
    }
}
