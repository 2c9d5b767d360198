package io.binnacle.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

class BundlesTest {

    private static final String THETA = "io.binnacle.forecasting.theta";

    @TempDir
    Path cache;

    private TestFramework framework;
    private Bundles bundles;

    @BeforeEach
    void start() throws BundleException {
        framework = new TestFramework(cache);
        bundles = framework.bundles();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.close();
    }

    @Test
    void a_bundle_of_the_product_stops_and_starts() throws BundleException {
        Bundle theta = framework.install(THETA, Map.of());
        theta.start();

        BundleInfo stopped = bundles.stop(THETA);
        assertThat(theta.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(stopped.name()).isEqualTo(THETA);
        assertThat(stopped.version()).isEqualTo("1.2.3");
        assertThat(stopped.state()).isEqualTo("RESOLVED");
        assertThat(stopped.startLevel()).isEqualTo(1);
        assertThat(stopped.whyNotActive()).contains("It is stopped.");

        BundleInfo started = bundles.start(THETA);
        assertThat(theta.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(started.state()).isEqualTo("ACTIVE");
        assertThat(started.whyNotActive()).isEmpty();
    }

    @Test
    void a_stopped_bundle_starts_again_with_the_platform() throws Exception {
        framework.install(THETA, Map.of()).start();
        bundles.stop(THETA);
        stop();

        start();

        assertThat(find(THETA).state()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.binnacle.platform.plugins", "io.binnacle.pipeline.api", "com.example.library"})
    void what_the_platform_stands_on_is_refused(String name) throws BundleException {
        framework.install(name, Map.of()).start();
        framework.install(THETA, Map.of());

        assertRefused(PlatformError.CONFLICT, () -> bundles.stop(name), name, "stands on", THETA);
        assertThat(find(name).state()).isEqualTo("ACTIVE");
    }

    @Test
    void the_system_bundle_is_refused() {
        assertRefused(PlatformError.CONFLICT, () -> bundles.stop("org.apache.felix.framework"), "stands on");
    }

    @Test
    void an_unknown_bundle_is_answered_with_those_near_it() throws BundleException {
        framework.install(THETA, Map.of());

        assertRefused(PlatformError.ENTITY_NOT_FOUND, () -> bundles.stop("theta"), "did you mean [" + THETA + "]");
        assertRefused(PlatformError.ENTITY_NOT_FOUND, () -> bundles.start("io.other.thing"), "there are [" + THETA);
    }

    @Test
    void a_package_that_nobody_offers_is_named() throws BundleException {
        framework.install(THETA, Map.of("Import-Package", "com.example.needed;version=\"[2.0,3)\""));

        assertThat(find(THETA).whyNotActive())
                .contains("It needs the package com.example.needed from 2.0.0 to before 3.0.0, which no bundle"
                        + " offers.");
        assertRefused(PlatformError.CONFLICT, () -> bundles.start(THETA), "com.example.needed");
    }

    @Test
    void a_package_offered_in_another_version_is_told() throws BundleException {
        framework.install("com.example.library", Map.of("Export-Package", "com.example.needed;version=1.5"));
        framework.install(THETA, Map.of("Import-Package", "com.example.needed;version=\"[2.0,3)\""));

        assertThat(find(THETA).whyNotActive().orElseThrow())
                .endsWith("which is offered only as 1.5.0 by com.example.library.");
    }

    @Test
    void a_bundle_that_needs_one_that_cannot_be_resolved_names_that_one() throws BundleException {
        framework.install(
                "com.example.library",
                Map.of("Export-Package", "com.example.needed", "Import-Package", "com.example.nowhere"));
        framework.install(THETA, Map.of("Import-Package", "com.example.needed"));

        assertThat(find(THETA).whyNotActive())
                .contains("It needs the package com.example.needed of com.example.library, which cannot be resolved"
                        + " itself.");
    }

    @Test
    void optional_packages_are_not_missed() throws BundleException {
        framework.install(THETA, Map.of("Import-Package", "com.example.nice;resolution:=optional"));

        assertThat(find(THETA).whyNotActive()).contains("It was installed and never started.");
        assertThat(bundles.start(THETA).state()).isEqualTo("ACTIVE");
    }

    @Test
    void a_component_names_the_service_it_waits_for() throws BundleException {
        component("Routes", "java.lang.Runnable", "com.example.Needed").start();

        assertThat(find(THETA).state()).isEqualTo("ACTIVE");
        assertThat(find(THETA).whyNotActive())
                .contains("Routes cannot start without the service com.example.Needed (x=1), which nobody offers now.");
    }

    @Test
    void what_comes_a_moment_after_the_start_is_waited_for() throws BundleException {
        Bundle theta = component("Routes", "java.util.concurrent.Callable", "java.lang.Runnable");
        framework.context().addBundleListener(event -> {
            if (event.getBundle() == theta && event.getType() == BundleEvent.STARTED) {
                CompletableFuture.runAsync(() -> framework
                        .context()
                        .registerService(Runnable.class, () -> {}, FrameworkUtil.asDictionary(Map.of("x", 1))));
            }
        });

        assertThat(bundles.start(THETA).whyNotActive()).isEmpty();
    }

    @Test
    void a_component_names_the_bundle_that_would_offer_it() throws BundleException {
        framework.install(
                "io.binnacle.pipeline.core",
                Map.of("Provide-Capability", "osgi.service;objectClass:List<String>=\"com.example.Needed\""));
        component("Routes", "java.lang.Runnable", "com.example.Needed").start();

        assertThat(find(THETA).whyNotActive().orElseThrow())
                .endsWith("which io.binnacle.pipeline.core offers once it works.");
    }

    @Test
    void a_component_that_fails_says_so() throws BundleException {
        component(FailingComponent.class.getName()).start();

        assertThat(find(THETA).whyNotActive().orElseThrow())
                .isEqualTo("FailingComponent failed to start: java.lang.IllegalStateException: no luck today.");
    }

    private Bundle component(String className) throws BundleException {
        return install("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"a\""
                + " immediate=\"true\"><implementation class=\"" + className + "\"/></scr:component>");
    }

    private Bundle install(String description) throws BundleException {
        return framework.install(
                THETA,
                Map.of("Service-Component", "OSGI-INF/a.xml"),
                Map.of(
                        "OSGI-INF/a.xml",
                        description.getBytes(StandardCharsets.UTF_8),
                        FailingComponent.PATH,
                        FailingComponent.bytes()));
    }

    private Bundle component(String name, String offers, String needs) throws BundleException {
        String description = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + name
                + "\"><implementation class=\"com.example." + name + "\"/>"
                + "<service><provide interface=\"" + offers + "\"/></service>"
                + "<reference name=\"needed\" interface=\"" + needs + "\" target=\"(x=1)\"/></scr:component>";
        return install(description);
    }

    private BundleInfo find(String name) {
        return bundles.list().stream()
                .filter(bundle -> bundle.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(ErrorCode code, Runnable work, String... words) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(PlatformException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code))
                .message()
                .contains(words);
    }
}
