package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.api.PipelineError.MIXED_CURRENCIES;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Which currency a sum is in. */
public final class Currencies {

    private Currencies() {}

    /**
     * The one that is asked for, or the only one there is.
     *
     * @throws io.binnacle.platform.api.error.PlatformException MIXED_CURRENCIES when it cannot be told
     */
    public static String choose(Optional<String> wanted, Set<String> present, Supplier<String> otherwise) {
        if (wanted.isEmpty() && present.size() > 1) {
            throw MIXED_CURRENCIES
                    .because(
                            "the deals are in several currencies, which are never added: choose one with ?currency=, of %s; or have them converted with ?rates=PLAN, SPOT or TRANSACTION_DATE",
                            String.join(", ", new TreeSet<>(present)))
                    .at("/currency");
        }
        return wanted.or(() -> present.stream().findFirst()).orElseGet(otherwise);
    }
}
