package io.binnacle.platform.plugins.archive;

import java.util.Optional;

/** A signed list of plugins. */
public final class Catalogue {

    Optional<Signer> voucher(String digest) {
        return Optional.empty();
    }
}
