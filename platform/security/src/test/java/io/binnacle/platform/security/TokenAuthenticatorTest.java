package io.binnacle.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TokenAuthenticatorTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("security");

    @TempDir
    Path data;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @BeforeEach
    void no_tokens() {
        db.database().useTransaction(handle -> handle.execute("delete from security.token"));
    }

    @Test
    void the_first_start_makes_an_administrator_and_shows_the_token_once() throws IOException {
        TokenAuthenticator authenticator = start();

        Path file = data.resolve("admin-token");
        String token = Files.readString(file).strip();
        assertThat(printed()).isEqualTo("Admin token (shown once, kept in " + file + "): " + token);
        assertThat(authenticator.authenticate(token)).contains(new Principal("admin", Role.ADMIN));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void a_later_start_says_nothing_and_the_token_still_counts() throws IOException {
        start();
        String token = Files.readString(data.resolve("admin-token")).strip();
        terminal.reset();

        TokenAuthenticator again = start();

        assertThat(printed()).isEmpty();
        assertThat(again.authenticate(token)).isPresent();
    }

    @Test
    void nothing_breaks_when_the_file_is_deleted() throws IOException {
        TokenAuthenticator authenticator = start();
        String token = Files.readString(data.resolve("admin-token")).strip();
        assertThat(authenticator.howToSignIn())
                .contains(data.resolve("admin-token").toString());

        Files.delete(data.resolve("admin-token"));

        assertThat(start().authenticate(token)).isPresent();
        assertThat(authenticator.howToSignIn()).contains("administrator").doesNotContain("admin-token");
    }

    @Test
    void how_to_sign_in_never_tells_the_secret() throws IOException {
        TokenAuthenticator authenticator = start();

        assertThat(authenticator.howToSignIn())
                .doesNotContain(Files.readString(data.resolve("admin-token")).strip());
    }

    @Test
    void what_looks_like_no_token_is_refused() {
        assertThat(start().authenticate("")).isEmpty();
        assertThat(start().authenticate("x".repeat(100_000))).isEmpty();
    }

    private TokenAuthenticator start() {
        return new TokenAuthenticator(
                new Tokens(db.database(), db.journal(), db.clock()),
                data,
                new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return terminal.toString(StandardCharsets.UTF_8).strip();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.toList();
        }
    }
}
