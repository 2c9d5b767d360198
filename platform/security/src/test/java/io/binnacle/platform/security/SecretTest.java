package io.binnacle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void holds_32_random_bytes_behind_the_prefix() {
        assertThat(Secret.random().text()).matches("bnk_[A-Za-z0-9_-]{43}");
        assertThat(IntStream.range(0, 100).mapToObj(i -> Secret.random())).doesNotHaveDuplicates();
    }

    @Test
    void is_kept_as_its_sha_256() {
        // echo -n abc | sha256sum, as in FIPS 180-2
        assertThat(HexFormat.of().formatHex(new Secret("abc").fingerprint().bytes()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bnk_",
                "bnk_short",
                "Bnk_0123456789012345678901234567890123456789012",
                "bnk_012345678901234567890123456789012345678901 ",
                "bnk_01234567890123456789012345678901234567890123"
            })
    void what_cannot_be_a_token_is_none(String text) {
        assertThat(Secret.parse(text)).isEmpty();
    }

    @Test
    void does_not_show_itself_in_logs() {
        Secret secret = Secret.random();

        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}
