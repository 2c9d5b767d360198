package io.binnacle.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.storage.schema.Migrations;
import io.binnacle.platform.storage.schema.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationRoleTest {

    private static final Script SCRIPT = Script.of("V1__deal.sql", "create table deal (name text)");

    @Test
    void the_platform_works_in_a_role_that_owns_nothing() throws Exception {
        DatabaseAddress address = TestPostgres.emptyDatabase();

        assertThat(whoWritesTo(address)).isEqualTo("binnacle_app");
    }

    @Test
    void a_user_who_may_not_make_roles_does_without() throws Exception {
        DatabaseAddress address = TestPostgres.emptyDatabase();
        String database = address.url().replaceFirst(".*/", "");
        execute(address, "create role modest login password 'modest'");
        execute(address, "alter database " + database + " owner to modest");
        DatabaseAddress modest = new DatabaseAddress(address.url(), "modest", "modest");

        assertThat(ApplicationRole.prepare(modest.owner()).restricted()).isFalse();
        assertThat(whoWritesTo(modest)).isEqualTo("modest");
    }

    private static String whoWritesTo(DatabaseAddress address) throws SQLException {
        ApplicationRole role = ApplicationRole.prepare(address.owner());
        new Migrations(address.owner(), role).apply("sales", List.of(SCRIPT));
        try (PooledDatabase database = new PooledDatabase(address, role, 2)) {
            return database.inTransaction(handle -> {
                handle.execute("insert into sales.deal values ('Acme')");
                return handle.createQuery("select current_user")
                        .mapTo(String.class)
                        .one();
            });
        }
    }

    private static void execute(DatabaseAddress address, String command) throws SQLException {
        try (Connection connection = address.owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(command);
        }
    }
}
