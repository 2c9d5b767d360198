package io.binnacle.pipeline.core.exports;

import io.binnacle.pipeline.api.ExternalRef;
import java.util.List;
import java.util.UUID;

/** Ids as another system knows them: its own where it gave one, ours otherwise. */
record Ids(String system) {

    String of(UUID id, List<ExternalRef> names) {
        return names.stream()
                .filter(name -> name.system().equals(system))
                .map(ExternalRef::id)
                .findFirst()
                .orElse(id.toString());
    }
}
