package io.binnacle.platform.security;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A token that somebody asks for.
 *
 * @param expiresInDays empty for a token that stays until it is revoked
 */
record NewToken(String name, Role role, Optional<Integer> expiresInDays) {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_DAYS = 3650;

    NewToken requireValid() {
        List<FieldError> faults = faults();
        if (!faults.isEmpty()) {
            throw INVALID_CONTENT
                    .because("the token cannot be made: %s", faults.get(0).detail())
                    .at(faults);
        }
        return this;
    }

    private List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (!isName(name)) {
            faults.add(fault(
                    "/name",
                    "name must have 1 to %d characters, none of them a control character, no blank at either end,"
                            + " and must not begin with 'system:'",
                    LONGEST_NAME));
        }
        if (role == null || role == Role.ANYONE) {
            faults.add(fault("/role", "role must be one of VIEWER, SELLER, MANAGER, ADMIN"));
        }
        if (expiresInDays.filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
            faults.add(fault("/expiresInDays", "expiresInDays must be from 1 to %d", MOST_DAYS));
        }
        return faults;
    }

    /** The name stands as the actor in the journal, where the platform's own parts are 'system:…'. */
    private static boolean isName(String name) {
        return name != null
                && !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.equals(name.strip())
                && name.codePoints().noneMatch(Character::isISOControl)
                && !name.startsWith("system:");
    }

    private static FieldError fault(String pointer, String sentence, Object... arguments) {
        return new FieldError(pointer, INVALID_CONTENT.name(), String.format(sentence, arguments));
    }
}
