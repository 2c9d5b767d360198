package io.binnacle.forecasting.combination;

import io.binnacle.platform.api.json.Json;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A version of a combination that an administrator defined.
 *
 * @param version of the entity in the journal; also that of the model
 */
record Definition(String id, long version, Recipe recipe) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    String digest() {
        return Json.hash(recipe);
    }

    Mix over(Members members) {
        Set<String> ids = Set.copyOf(recipe.members());
        return new Mix(
                id, () -> members.inUse(ids), recipe.weighing(), recipe.width().orElse(Width.UNCHANGED));
    }
}
