package io.binnacle.industry.core;

import io.binnacle.industry.api.PackContent;

/** A pack in use; a service for the parts of this bundle that pass on what it brings. */
final class ActivePack {

    private final PackContent content;

    ActivePack(PackContent content) {
        this.content = content;
    }

    PackContent content() {
        return content;
    }
}
