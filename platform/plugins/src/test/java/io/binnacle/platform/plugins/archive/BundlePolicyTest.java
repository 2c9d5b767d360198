package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_POLICY_VIOLATION;
import static io.binnacle.platform.plugins.archive.AcmePlugin.ACME;
import static io.binnacle.platform.plugins.archive.AcmePlugin.calling;
import static io.binnacle.platform.plugins.archive.AcmePlugin.emptyClass;
import static io.binnacle.platform.plugins.archive.AcmePlugin.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.binnacle.platform.api.error.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundlePolicyTest {

    @TempDir
    Path work;

    private ArchiveReader reader;

    @BeforeEach
    void export_a_library_that_is_none_of_ours() throws IOException {
        reader = new ArchiveReader(
                AcmePlugin.trust(work.resolve("keys")), () -> Set.of("org.apache.commons.rng"), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Bundle-Activator       | io.acme.energy.Activator               | uses an activator
                    Fragment-Host          | system.bundle;extension:=framework     | is a fragment
                    Fragment-Host          | io.binnacle.pipeline.core              | is a fragment
                    DynamicImport-Package  | *                                      | imports packages at any time
                    Require-Bundle         | io.binnacle.pipeline.core              | requires whole bundles
                    Bundle-NativeCode      | lib/x.so;osname=Linux                  | brings native code
                    Bundle-ClassPath       | .,lib/other.jar                        | has a Bundle-ClassPath
                    Bundle-SymbolicName    | io.binnacle.pipeline.core              | must be io.acme.energy or begin with it
                    Bundle-SymbolicName    | io.acme.energyother                    | must be io.acme.energy or begin with it
                    Bundle-SymbolicName    | io.acme.energy;singleton:=true         | is a singleton
                    Export-Package         | io.binnacle.platform.api.http;version=9 | exports the package io.binnacle.platform.api.http
                    Export-Package         | io.acme.energy,io.binnacle.pipeline.core.http | exports the package io.binnacle.pipeline.core.http
                    Export-Package         | org.osgi.framework;version="1.10"      | exports the package org.osgi.framework
                    Export-Package         | javax.sql                              | exports the package javax.sql
                    Export-Package         | org.apache.commons.rng                 | exports the package org.apache.commons.rng
                    Private-Package        | io.binnacle.insights.api               | contains the package io.binnacle.insights.api
                    Import-Package         | io.binnacle.pipeline.core;version="[1,2)" | imports the package io.binnacle.pipeline.core, which
                    Import-Package         | org.osgi.framework                     | imports the package org.osgi.framework, which
                    Import-Package         | org.osgi.service.component.runtime     | imports the package org.osgi.service.component.runtime
                    Import-Package         | com.acme.warehouse;resolution:=optional | imports the package com.acme.warehouse, which
                    Import-Package         | io.javalin.http                        | without the permission 'routes'
                    Import-Package         | io.binnacle.platform.api.http          | without the permission 'routes'
                    Import-Package         | io.binnacle.platform.api.storage       | without the permission 'tables'
                    Import-Package         | org.jdbi.v3.core                       | without the permission 'tables'
                    Provide-Capability     | io.binnacle.postgres;os=linux          | provides the capability io.binnacle.postgres
                    Provide-Capability     | osgi.extender;osgi.extender=x          | provides the capability osgi.extender
                    Binnacle-Schema        | plugin_io_acme_energy                  | without the permission 'tables'
                    """)
    void a_header_that_asks_for_too_much_is_refused(String header, String value, String reason) throws IOException {
        assertThat(refusal(new AcmePlugin().header(header, value))).contains("bundles/energy.jar", reason);
    }

    @Test
    void tables_live_in_a_schema_of_the_plugins_own() throws IOException {
        assertThat(refusal(new AcmePlugin().permission("tables").header("Binnacle-Schema", "pipeline")))
                .contains("must be 'plugin_io_acme_energy'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io/binnacle/pipeline/api/Accounts",
                "io/binnacle/platform/gateway/Gateway",
                "META-INF/versions/17/io/binnacle/pipeline/api/Accounts",
                "org/slf4j/Logger",
                "com/fasterxml/jackson/databind/ObjectMapper",
                "io/javalin/http/Context",
                "org/osgi/framework/Bundle"
            })
    void a_class_of_the_platform_cannot_be_brought_along(String name) throws IOException {
        assertThat(refusal(new AcmePlugin().inBundle(name + ".class", emptyClass(name))))
                .contains("which is the platform's");
    }

    @Test
    void no_second_manifest_can_say_something_else() throws IOException {
        assertThat(refusal(new AcmePlugin()
                        .inBundle("META-INF/versions/9/OSGI-INF/MANIFEST.MF", utf8("Import-Package: org.osgi\n"))))
                .contains("has a second manifest");
    }

    @Test
    void nothing_that_ends_the_platform_may_be_called() throws IOException {
        byte[] ending = calling("io/acme/energy/End", "java/lang/System", "exit", "(I)V", false);

        assertThat(refusal(new AcmePlugin().inBundle("io/acme/energy/End.class", ending)))
                .contains("calls java.lang.System.exit in io.acme.energy.End");
    }

    @Test
    void all_violations_are_told_at_once() throws IOException {
        assertThat(refusal(new AcmePlugin()
                        .header("Bundle-Activator", "io.acme.energy.Activator")
                        .header("Import-Package", "org.osgi.framework")))
                .contains("uses an activator", "imports the package org.osgi.framework");
    }

    @Test
    void what_plugins_get_is_taken() throws IOException {
        Path file = new AcmePlugin()
                .permission("routes", "tables")
                .header("Binnacle-Schema", "plugin_io_acme_energy")
                .header("Bundle-ClassPath", ".")
                .header(
                        "Export-Package",
                        "io.acme.energy;version=\"1.2.0\";uses:=\"io.binnacle.pipeline.api,java.util\"")
                .header(
                        "Import-Package",
                        "com.fasterxml.jackson.annotation;version=\"[2.22,3)\",com.fasterxml.jackson.databind.node,"
                                + "io.acme.energy,io.binnacle.insights.api;version=\"[1.0,2)\",io.binnacle.platform.api.http,"
                                + "io.binnacle.platform.api.storage,io.javalin.http,io.javalin.router,java.util.function,"
                                + "javax.crypto,org.jdbi.v3.core.mapper,org.osgi.service.component,org.slf4j")
                .header("Provide-Capability", "osgi.service;objectClass:List<String>=\"io.acme.energy.Meter,x\"")
                .inBundle("org/apache/commons/rng/Rng.class", emptyClass("org/apache/commons/rng/Rng"))
                .signedBy(ACME, work.resolve("plugin.zip"));

        assertThat(reader.read(file, work.resolve("staging")).manifest().bundles())
                .hasSize(1);
    }

    @Test
    void bundles_of_one_plugin_may_share_packages() throws IOException {
        AcmePlugin plugin = new AcmePlugin().header("Export-Package", "io.acme.energy");
        plugin.files.put("bundles/energy.jar", plugin.jar());
        plugin.files.put(
                "bundles/more.jar",
                new AcmePlugin()
                        .header("Bundle-SymbolicName", "io.acme.energy.more")
                        .header("Import-Package", "io.acme.energy")
                        .jar());
        Path file = plugin.signedBy(ACME, work.resolve("plugin.zip"));

        assertThat(reader.read(file, work.resolve("staging")).manifest().bundles())
                .hasSize(2);
    }

    private String refusal(AcmePlugin plugin) throws IOException {
        Path file = plugin.signedBy(ACME, work.resolve("plugin.zip"));
        PlatformException refusal =
                catchThrowableOfType(PlatformException.class, () -> reader.read(file, work.resolve("staging")));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(PLUGIN_POLICY_VIOLATION);
        assertThat(work.resolve("staging")).isEmptyDirectory();
        return refusal.getMessage();
    }
}
