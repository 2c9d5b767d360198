package io.binnacle.platform.storage.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.storage.ApplicationRole;
import io.binnacle.platform.storage.DatabaseAddress;
import io.binnacle.platform.storage.TestFramework;
import io.binnacle.platform.storage.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceListener;

class SchemaExtenderTest {

    private static final Map<String, String> SCRIPTS = Map.of("V1__site.sql", "create table site (name text);");
    private static final Map<String, String> MORE_SCRIPTS = Map.of(
            "V1__site.sql", "create table site (name text);", "V2__meter.sql", "create view meter as select 1 as one;");
    private static final String READY = SchemaReady.class.getName();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private TestFramework framework;
    private DatabaseAddress address;
    private SchemaExtender extender;
    private PluginSchemas schemas;

    @BeforeEach
    void open(@TempDir Path cache) throws Exception {
        framework = new TestFramework(cache);
        address = TestPostgres.emptyDatabase();
        Migrations migrations = new Migrations(address.owner(), ApplicationRole.prepare(address.owner()));
        extender = new SchemaExtender(framework.context(), migrations, thread);
        extender.open();
        schemas = new PluginSchemas(address.owner(), extender);
    }

    @AfterEach
    void close() throws Exception {
        extender.close();
        thread.shutdownNow();
        framework.close();
    }

    @Test
    void a_bundle_that_starts_gets_its_tables_and_then_the_word_for_it() throws Exception {
        Bundle bundle = start("io.acme", "1.0.0", "plugin_acme", SCRIPTS);

        assertThat(readyFor(bundle)).isOne();
        assertThat(schemas.tables("plugin_acme")).containsExactly("site");
        assertThat(schemas.missing("plugin_acme")).isEmpty();

        bundle.stop();
        assertThat(readyFor(framework.context())).isZero();
        assertThat(schemas.tables("plugin_acme")).containsExactly("site");
    }

    @Test
    void two_versions_of_a_bundle_share_a_schema_side_by_side() throws Exception {
        Bundle v1 = start("io.acme", "1.0.0", "plugin_acme", SCRIPTS);
        List<Integer> lostByV1 = new ArrayList<>();
        v1.getBundleContext()
                .addServiceListener(
                        (ServiceListener) event -> lostByV1.add(event.getType()), "(objectClass=" + READY + ")");

        Bundle v2 = start("io.acme", "2.0.0", "plugin_acme", MORE_SCRIPTS);
        assertThat(schemas.tables("plugin_acme")).containsExactly("meter", "site");
        assertThat(readyFor(v1)).isOne();
        assertThat(readyFor(v2)).isOne();
        assertThat(readyFor(framework.context())).isEqualTo(2);

        v2.uninstall();
        assertThat(readyFor(v1)).isOne();
        assertThat(lostByV1).isEmpty();
    }

    @Test
    void each_version_hears_only_of_its_own_schema_being_ready() throws Exception {
        start("io.acme", "1.0.0", "plugin_acme", SCRIPTS);

        Bundle v2 = framework.install("io.acme", "2.0.0", "plugin_acme", MORE_SCRIPTS);
        v2.start();
        List<Object> heard = new ArrayList<>();
        v2.getBundleContext()
                .addServiceListener(
                        event -> heard.add(event.getServiceReference().getProperty(OwnSchemaOnly.READY_FOR)),
                        "(objectClass=" + READY + ")");
        start("io.acme", "3.0.0", "plugin_acme", MORE_SCRIPTS);

        assertThat(heard).allMatch(bundle -> bundle.equals(v2.getBundleId()));
        assertThat(readyFor(v2)).isOne();
    }

    @Test
    void the_old_version_starts_again_after_the_new_one_was_rolled_back() throws Exception {
        Bundle v1 = start("io.acme", "1.0.0", "plugin_acme", SCRIPTS);
        start("io.acme", "2.0.0", "plugin_acme", MORE_SCRIPTS).uninstall();

        v1.stop();
        v1.start();
        settle();

        assertThat(readyFor(v1)).isOne();
    }

    @Test
    void another_bundle_does_not_get_the_schema_not_even_after_the_owner_has_gone() throws Exception {
        start("io.acme", "1.0.0", "plugin_acme", SCRIPTS).uninstall();

        Bundle intruder = start("io.intruder", "1.0.0", "plugin_acme", MORE_SCRIPTS);

        assertThat(readyFor(framework.context())).isZero();
        assertThat(schemas.missing("plugin_acme")).hasValueSatisfying(why -> assertThat(why)
                .isEqualTo("schema plugin_acme of bundle io.intruder 1.0.0 is not ready: schema plugin_acme holds"
                        + " the tables of the bundle io.acme, so the bundle io.intruder cannot have it; give that"
                        + " one another Binnacle-Schema"));
        assertThat(schemas.tables("plugin_acme")).containsExactly("site");
        intruder.uninstall();
        assertThat(schemas.missing("plugin_acme")).isEmpty();
    }

    @Test
    void a_plugin_without_its_tables_does_not_make_the_platform_unready() throws Exception {
        start("io.acme", "1.0.0", "plugin_acme", Map.of("V1__oops.sql", "create tabel"));
        assertThat(extender.missing()).isEmpty();

        start("io.sales", "1.0.0", "sales", Map.of("V1__oops.sql", "create tabel"));
        assertThat(extender.missing())
                .hasValueSatisfying(why -> assertThat(why).contains("schema sales of bundle io.sales 1.0.0"));
    }

    @Test
    void the_schema_of_a_plugin_that_is_gone_can_be_dropped() throws Exception {
        Bundle bundle = start("io.acme", "1.0.0", "plugin_acme", SCRIPTS);
        assertRefused(PlatformError.CONFLICT, "plugin_acme", "in use by the bundle io.acme 1.0.0");

        bundle.uninstall();
        schemas.drop("plugin_acme");
        schemas.drop("plugin_acme");

        assertThat(schemas.tables("plugin_acme")).isEmpty();
        start("io.other", "1.0.0", "plugin_acme", SCRIPTS);
        assertThat(schemas.missing("plugin_acme")).isEmpty();
    }

    @Test
    void what_others_made_on_top_of_a_schema_is_not_torn_away() throws Exception {
        start("io.acme", "1.0.0", "plugin_acme", SCRIPTS).uninstall();
        execute("create view public.sites as select * from plugin_acme.site");
        assertRefused(PlatformError.CONFLICT, "plugin_acme", "public.sites depends on schema plugin_acme");
        assertThat(schemas.tables("plugin_acme")).containsExactly("site");

        execute("drop view public.sites");
        execute("alter table plugin_acme.site add primary key (name)");
        execute("create table public.lease (site text references plugin_acme.site)");
        assertRefused(PlatformError.CONFLICT, "plugin_acme", "public.lease depends on schema plugin_acme");
    }

    @Test
    void the_platform_s_own_schemas_are_out_of_reach() throws Exception {
        execute("create schema journal");

        assertRefused(PlatformError.INVALID_CONTENT, "journal", "'journal' is no schema of a plugin");
        assertRefused(PlatformError.INVALID_CONTENT, "plugin_x; drop schema journal", "is no schema of a plugin");
        assertThatThrownBy(() -> schemas.tables("journal")).hasMessageContaining("is no schema of a plugin");
    }

    private void assertRefused(PlatformError code, String schema, String sentence) {
        assertThatThrownBy(() -> schemas.drop(schema))
                .isInstanceOfSatisfying(PlatformException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code))
                .hasMessageContaining(sentence);
    }

    private Bundle start(String name, String version, String schema, Map<String, String> scripts) throws Exception {
        Bundle bundle = framework.install(name, version, schema, scripts);
        bundle.start();
        settle();
        return bundle;
    }

    /** Migrations run one after the other on this thread, so those asked for so far have ended then. */
    private void settle() throws Exception {
        thread.schedule(() -> {}, 0, TimeUnit.SECONDS).get();
    }

    private static int readyFor(Bundle bundle) throws Exception {
        return readyFor(bundle.getBundleContext());
    }

    private static int readyFor(BundleContext context) throws Exception {
        var found = context.getServiceReferences(READY, "(schema=plugin_acme)");
        return found == null ? 0 : found.length;
    }

    private void execute(String command) throws Exception {
        try (Connection connection = address.owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(command);
        }
    }
}
