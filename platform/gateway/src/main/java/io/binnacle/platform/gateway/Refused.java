package io.binnacle.platform.gateway;

import java.util.Optional;

/**
 * A module that is left out.
 *
 * @param holder who serves what it claims, when that is why
 */
record Refused(BundleDescription bundle, String reason, Optional<BundleDescription> holder) {

    String sentence() {
        return "the routes of " + bundle.name() + " are refused: " + reason;
    }

    /** Whether it is for good; while a bundle is replaced, its next version may wait for the last one to leave. */
    boolean isForGood() {
        return holder.filter(other ->
                        other.name().equals(bundle.name()) && !other.version().equals(bundle.version()))
                .isEmpty();
    }
}
