package io.binnacle.forecasting.core.roles;

import io.binnacle.forecasting.api.ModelInfo;

/**
 * A model that plays a role.
 *
 * @param model its id, or {@code id@version} when only that version may play it
 * @param build what answered to that name when it was given the role
 */
public record Alias(String model, ModelInfo build) {

    /** Whether a model that is there may play the role: a version that was named must be the same build still. */
    public boolean isFor(ModelInfo installed) {
        return !isPinned() || installed.digest().equals(build.digest());
    }

    String id() {
        return build.id();
    }

    private boolean isPinned() {
        return model.indexOf('@') >= 0;
    }
}
