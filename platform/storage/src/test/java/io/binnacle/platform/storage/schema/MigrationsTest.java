package io.binnacle.platform.storage.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.storage.ApplicationRole;
import io.binnacle.platform.storage.DatabaseAddress;
import io.binnacle.platform.storage.PooledDatabase;
import io.binnacle.platform.storage.TestPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Script V1 = Script.of("V1__deals.sql", "create table deal (name text); -- first\n");
    private static final Script V2 = Script.of("V2__amount.sql", "alter table deal add amount numeric;\n");
    private static final Script V3 = Script.of("V3__note.sql", "alter table deal add note text;\n");

    private DatabaseAddress address;
    private Migrations migrations;
    private PooledDatabase database;

    @BeforeEach
    void open() throws Exception {
        address = TestPostgres.emptyDatabase();
        migrations = new Migrations(address.owner(), ApplicationRole.prepare(address.owner()));
        database = TestPostgres.open(address);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void applies_what_is_missing_once() throws Exception {
        assertThat(migrations.apply("sales", List.of(V1))).isEqualTo(1);
        assertThat(migrations.apply("sales", List.of(V1))).isZero();
        assertThat(migrations.apply("sales", List.of(V1, V2, V3))).isEqualTo(2);
        assertThat(migrations.apply("sales", List.of(V1, V2, V3))).isZero();

        database.useTransaction(handle -> handle.execute("insert into sales.deal values ('Acme', 1.5, 'big')"));
    }

    @Test
    void the_same_scripts_in_two_schemas_make_two_tables() throws Exception {
        migrations.apply("north", List.of(V1));
        migrations.apply("south", List.of(V1));

        database.useTransaction(handle -> handle.execute("insert into north.deal values ('Acme')"));
        assertThat(count("south.deal")).isZero();
    }

    @Test
    void refuses_a_file_that_was_changed_after_it_was_applied() throws Exception {
        migrations.apply("sales", List.of(V1, V2));
        Script changed = Script.of("V1__deals.sql", "create table deal (title text)");

        assertThatThrownBy(() -> migrations.apply("sales", List.of(changed, V2)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("db/V1__deals.sql of schema sales")
                .hasMessageContaining("put the old text back")
                .hasMessageContaining("V3__");
    }

    @Test
    void line_ends_of_a_checkout_are_no_change() throws Exception {
        migrations.apply("sales", List.of(V1));

        assertThat(migrations.apply(
                        "sales", List.of(Script.of(V1.file(), V1.sql().replace("\n", "\r\n")))))
                .isZero();
    }

    @Test
    void a_script_that_fails_leaves_nothing_and_is_named() throws Exception {
        Script broken = Script.of("V2__broken.sql", "create table note (text text);\n\ncreate tabel oops ();\n");

        assertThatThrownBy(() -> migrations.apply("sales", List.of(V1, broken)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("db/V2__broken.sql of schema sales fails")
                .hasMessageContaining("tabel");
        assertThat(count("pg_namespace where nspname = 'sales'")).isZero();
        assertThat(migrations.apply("sales", List.of(V1, V2))).isEqualTo(2);
    }

    @Test
    void refuses_to_go_back_to_an_older_bundle() throws Exception {
        migrations.apply("sales", List.of(V1, V2, V3));

        assertThatThrownBy(() -> migrations.apply("sales", List.of(V1)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("version 3")
                .hasMessageContaining("newer bundle");
    }

    @Test
    void an_older_version_of_a_plugin_runs_on_the_tables_of_a_newer_one() throws Exception {
        migrations.apply("plugin_acme", "io.acme", List.of(V1, V2));

        assertThat(migrations.apply("plugin_acme", "io.acme", List.of(V1))).isZero();
        assertThat(migrations.apply("plugin_acme", "io.acme", List.of(V1, V2, V3)))
                .isEqualTo(1);
    }

    @Test
    void an_older_version_whose_scripts_are_others_is_refused() throws Exception {
        migrations.apply("plugin_acme", "io.acme", List.of(V1, V2));
        Script other = Script.of("V1__deals.sql", "create table deal (title text)");

        assertThatThrownBy(() -> migrations.apply("plugin_acme", "io.acme", List.of(other)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("is not what was applied as version 1");
    }

    @Test
    void a_schema_belongs_to_the_bundle_that_made_it() throws Exception {
        migrations.apply("plugin_acme", "io.acme", List.of(V1));

        assertThatThrownBy(() -> migrations.apply("plugin_acme", "io.intruder", List.of(V1, V2)))
                .isInstanceOf(MigrationException.class)
                .hasMessage("schema plugin_acme holds the tables of the bundle io.acme, so the bundle io.intruder"
                        + " cannot have it; give that one another Binnacle-Schema");
        assertThat(migrations.apply("plugin_acme", "io.acme", List.of(V1, V2))).isEqualTo(1);
    }

    @Test
    void a_schema_from_before_owners_were_noted_belongs_to_the_first_that_asks() throws Exception {
        migrations.apply("sales", List.of(V1));
        try (Connection connection = address.owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("alter table sales.schema_history drop column bundle");
        }

        migrations.apply("sales", "io.sales", List.of(V1));

        assertThatThrownBy(() -> migrations.apply("sales", "io.intruder", List.of(V1)))
                .hasMessageContaining("io.sales");
    }

    @Test
    void refuses_a_script_that_comes_too_late_for_its_number() throws Exception {
        migrations.apply("sales", List.of(V1, V3));

        assertThatThrownBy(() -> migrations.apply("sales", List.of(V1, V2, V3)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("db/V2__amount.sql")
                .hasMessageContaining("V4__");
    }

    @Test
    void two_nodes_at_once_apply_every_script_once() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> node = () -> migrations.apply("sales", List.of(V1, V2, V3));
            int applied = 0;
            for (Future<Integer> result : nodes.invokeAll(List.of(node, node))) {
                applied += result.get();
            }
            assertThat(applied).isEqualTo(3);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void refuses_names_that_are_no_schema_and_files_without_a_number() {
        assertThatThrownBy(() -> migrations.apply("sales; drop", List.of(V1))).hasMessageContaining("no name");
        assertThatThrownBy(() -> Script.of("deals.sql", "")).hasMessageContaining("V1__what.sql");
    }

    private long count(String from) {
        return database.read(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }
}
