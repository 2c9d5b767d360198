package io.binnacle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.security.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewTokenTest {

    @Test
    void names_of_one_to_eighty_characters_are_fine() {
        assertThat(token("a", Role.VIEWER, Optional.of(1)).requireValid()).isNotNull();
        assertThat(token("Ümlaut 💡".repeat(10), Role.ADMIN, Optional.of(3650)).requireValid())
                .isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", " a", "a ", "a\nb", "a\u001b[31m", "system:demo"})
    void other_names_are_refused(String name) {
        assertRefused(token(name, Role.VIEWER, Optional.empty()), "/name");
    }

    @Test
    void names_of_81_characters_are_refused() {
        assertRefused(token("x".repeat(81), Role.VIEWER, Optional.empty()), "/name");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "ANYONE")
    void a_token_needs_a_role(Role role) {
        assertRefused(token("a", role, Optional.empty()), "/role");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3651})
    void it_expires_within_one_to_3650_days(int days) {
        assertRefused(token("a", Role.VIEWER, Optional.of(days)), "/expiresInDays");
    }

    @Test
    void every_fault_is_named_at_once() {
        assertRefused(token("", Role.ANYONE, Optional.of(0)), "/name", "/role", "/expiresInDays");
    }

    private static NewToken token(String name, Role role, Optional<Integer> days) {
        return new NewToken(name, role, days);
    }

    private static void assertRefused(NewToken token, String... pointers) {
        assertThatThrownBy(token::requireValid).isInstanceOfSatisfying(PlatformException.class, refused -> {
            assertThat(refused.code()).isEqualTo(PlatformError.INVALID_CONTENT);
            assertThat(refused.fields()).extracting(FieldError::pointer).containsExactly(pointers);
        });
    }
}
