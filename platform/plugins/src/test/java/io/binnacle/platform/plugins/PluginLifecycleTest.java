package io.binnacle.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.plugin.ContributionReview;
import io.binnacle.platform.api.plugin.HealthProbe;
import io.binnacle.platform.plugins.archive.TrustStore;
import io.binnacle.platform.plugins.lifecycle.Lifecycle;
import io.binnacle.platform.plugins.lifecycle.LifecycleError;
import io.binnacle.platform.plugins.lifecycle.LifecycleSettings;
import io.binnacle.platform.plugins.lifecycle.Outcome;
import io.binnacle.platform.plugins.lifecycle.PluginDetails;
import io.binnacle.platform.plugins.lifecycle.PluginState;
import io.binnacle.platform.plugins.lifecycle.PluginSystem;
import io.binnacle.platform.plugins.store.PluginStore;
import io.binnacle.platform.plugins.store.Steps;
import io.binnacle.platform.plugins.store.Suspect;
import io.binnacle.platform.testkit.plugins.PluginFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

@Timeout(120)
class PluginLifecycleTest {

    private static final String ID = "io.example.teller";

    /** Of plugins that hang until the tests end: by its packages no other plugin's threads are taken for these. */
    private static final String STUCK = "io.example.stuck";

    private static final int UPDATES = 50;

    private static final String TELLER = """
            public final class Teller implements java.util.function.Supplier<String> {

                public Teller() throws Exception {
                    %s
                }

                @Override
                public String get() {
                    return "%s";
                }
            }
            """;

    private static final String PROBE = """
            public final class Probe implements io.binnacle.platform.api.plugin.HealthProbe {

                private static final java.util.concurrent.atomic.AtomicInteger ASKED =
                        new java.util.concurrent.atomic.AtomicInteger();

                @Override
                public java.util.Optional<String> problem() {
                    return ASKED.incrementAndGet() < %d
                            ? java.util.Optional.empty()
                            : java.util.Optional.of("The price list is gone.");
                }
            }
            """;

    private static final String HANGING_PROBE = """
            public final class Probe implements io.binnacle.platform.api.plugin.HealthProbe {

                @Override
                public java.util.Optional<String> problem() {
                    while (true) {
                        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
                    }
                }
            }
            """;

    private static final String STUBBORN = """
            public final class Stubborn implements Runnable {

                private static final java.util.concurrent.atomic.AtomicInteger STOPS =
                        new java.util.concurrent.atomic.AtomicInteger();

                @Override
                public void run() {}

                public void deactivate() {
                    while (STOPS.getAndIncrement() > 0) {
                        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
                    }
                }
            }
            """;

    /** Long, because a method that is just being compiled holds its class for a while. */
    private Duration release = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private TestFramework framework;
    private PluginSystem system;
    private ServiceTracker<?, ?> consumer;

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(folder.resolve("cache"));
        consumer = consumer();
        boot();
    }

    @AfterEach
    void stop() throws Exception {
        system.close();
        framework.close();
    }

    @Test
    void a_plugin_is_installed_serves_and_leaves_memory_when_it_goes() {
        List<String> states = new ArrayList<>();

        Outcome installed = lifecycle().install(teller("1.0.0", ""), (percent, state) -> states.add(state));

        assertThat(installed.state()).isEqualTo(PluginState.ACTIVE);
        assertThat(states)
                .containsSubsequence("RECEIVED", "VERIFIED", "RESOLVED", "STAGED", "STARTING", "PROBATION", "ACTIVE");
        assertThat(answer()).contains("1.0.0");
        assertThat(details().health()).isEqualTo("well");
        assertThat(details().usage().orElseThrow().classes()).isEqualTo(1);
        assertThat(details().usage().orElseThrow().classBytes()).isBetween(300L, 3000L);

        Outcome removed = lifecycle().uninstall(ID, false, false, Progress.NONE);

        assertThat(removed.state()).isEqualTo(PluginState.UNINSTALLED);
        assertThat(removed.unloaded()).contains(ID + " 1.0.0: released");
        assertThat(answer()).isEmpty();
        assertThat(system.view().list()).isEmpty();
    }

    @Test
    void a_version_whose_contributions_are_refused_never_takes_over() {
        List<String> asked = new ArrayList<>();
        framework.context().registerService(ContributionReview.class, refusing("2.0.0", asked), null);
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);

        assertRefused(
                LifecycleError.PLUGIN_REFUSED,
                () -> lifecycle().update(ID, teller("2.0.0", ""), Progress.NONE),
                "what io.example.teller 2.0.0 brings is refused: It tells tales. Nothing was changed.");

        assertThat(asked).contains(ID + " 1.0.0", ID + " 2.0.0");
        assertThat(answer()).contains("1.0.0");
        assertThat(details().version()).isEqualTo("1.0.0");
        assertThat(details().lastChange()).map(Outcome::state).contains(PluginState.ROLLED_BACK);
    }

    @Test
    void a_first_install_that_is_refused_leaves_nothing_behind() throws IOException {
        framework.context().registerService(ContributionReview.class, refusing("1.0.0", new ArrayList<>()), null);

        assertRefused(
                LifecycleError.PLUGIN_REFUSED,
                () -> lifecycle().install(teller("1.0.0", ""), Progress.NONE),
                "It tells tales");

        assertThat(answer()).isEmpty();
        assertThat(system.view().list()).isEmpty();
        assertThat(folder.resolve("plugins/staging")).isEmptyDirectory();
        assertThat(framework.context().getBundles())
                .extracting(Bundle::getSymbolicName)
                .doesNotContain(ID);
    }

    @Test
    void a_review_that_fails_keeps_nobody_out() {
        ContributionReview failing = (contributor, version) -> {
            throw new IllegalStateException("no registry");
        };
        framework.context().registerService(ContributionReview.class, failing, null);

        assertThat(lifecycle().install(teller("1.0.0", ""), Progress.NONE).state())
                .isEqualTo(PluginState.ACTIVE);
    }

    private static ContributionReview refusing(String refused, List<String> asked) {
        return (contributor, version) -> {
            asked.add(contributor + " " + version);
            return version.equals(refused) ? List.of("It tells tales") : List.of();
        };
    }

    @Test
    void fifty_updates_leave_no_moment_without_the_service_and_nothing_in_memory() throws Exception {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        // A call at a time: one endless hot loop would be compiled with the classes it has met, and so keep them.
        ScheduledExecutorService caller = Executors.newSingleThreadScheduledExecutor();
        caller.scheduleAtFixedRate(
                () -> {
                    calls.incrementAndGet();
                    if (answer().isEmpty()) {
                        failures.incrementAndGet();
                    }
                },
                0,
                1,
                TimeUnit.MILLISECONDS);

        for (int update = 1; update <= UPDATES; update++) {
            String version = "1." + update + ".0";
            Outcome updated = lifecycle().update(ID, teller(version, ""), Progress.NONE);
            assertThat(updated.unloaded()).contains(ID + " 1." + (update - 1) + ".0: released");
            assertThat(answer()).contains(version);
        }
        caller.shutdown();
        assertThat(caller.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

        assertThat(failures).hasValue(0);
        assertThat(calls.get()).isGreaterThan(UPDATES);
    }

    @Test
    void a_version_whose_probe_complains_before_it_serves_is_never_seen() {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        Bundle first = bundle();

        assertRefused(
                LifecycleError.PLUGIN_UNHEALTHY,
                () -> lifecycle().update(ID, probed("2.0.0", 1), Progress.NONE),
                "The price list is gone.");

        assertThat(bundle()).isSameAs(first);
        assertThat(first.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(details().lastChange().orElseThrow().state()).isEqualTo(PluginState.ROLLED_BACK);
    }

    @Test
    void a_version_that_falls_ill_in_probation_is_rolled_back_and_the_old_one_never_stopped() throws Exception {
        reboot(Duration.ofSeconds(2));
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        Bundle first = bundle();
        AtomicInteger stops = new AtomicInteger();
        framework.context().addBundleListener(event -> {
            if (event.getBundle() == first) {
                stops.incrementAndGet();
            }
        });

        assertRefused(
                LifecycleError.PLUGIN_UNHEALTHY,
                () -> lifecycle().update(ID, probed("2.0.0", 5), Progress.NONE),
                "turned out not to work",
                "The price list is gone.");

        assertThat(stops).hasValue(0);
        assertThat(answer()).contains("1.0.0");
        assertThat(details().state()).isEqualTo(PluginState.ACTIVE);
        assertThat(details().version()).isEqualTo("1.0.0");
        assertThat(plugins()).hasSize(1);
    }

    @Test
    void the_version_before_comes_back() {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        lifecycle().update(ID, teller("1.1.0", ""), Progress.NONE);
        assertThat(details().previousVersion()).contains("1.0.0");

        lifecycle().rollback(ID, Progress.NONE);

        assertThat(answer()).contains("1.0.0");
        assertThat(details().version()).isEqualTo("1.0.0");
    }

    @Test
    void an_older_or_a_foreign_file_is_no_update() {
        lifecycle().install(teller("1.1.0", ""), Progress.NONE);

        assertRefused(
                LifecycleError.PLUGIN_VERSION_NOT_NEWER,
                () -> lifecycle().update(ID, teller("1.0.0", ""), Progress.NONE),
                "1.0.0 is not newer than 1.1.0");
        assertRefused(
                LifecycleError.PLUGIN_ALREADY_INSTALLED,
                () -> lifecycle().install(teller("1.2.0", ""), Progress.NONE),
                ":update");
        assertThat(folder.resolve("plugins/staging")).isEmptyDirectory();
    }

    @Test
    void a_plugin_that_throws_when_it_starts_is_put_in_quarantine() {
        assertRefused(
                LifecycleError.PLUGIN_UNHEALTHY,
                () -> lifecycle()
                        .install(
                                teller("1.0.0", "if (true) throw new IllegalStateException(\"no price list\");"),
                                Progress.NONE),
                "no price list");

        assertThat(details().state()).isEqualTo(PluginState.QUARANTINED);
        assertThat(details().whyNotActive().orElseThrow()).contains("no price list");
        assertThat(plugins()).isEmpty();

        lifecycle().uninstall(ID, false, false, Progress.NONE);
        assertThat(system.view().list()).isEmpty();
    }

    @Test
    void a_plugin_that_hangs_when_it_starts_is_interrupted_and_put_in_quarantine() {
        assertRefused(
                LifecycleError.PLUGIN_HANGS,
                () -> lifecycle().install(teller("1.0.0", "Thread.sleep(60_000);"), Progress.NONE),
                "did not end within 3.0 seconds");

        assertThat(details().state()).isEqualTo(PluginState.QUARANTINED);
        assertThat(plugins()).isEmpty();
    }

    @Test
    void a_probe_that_never_answers_is_unhealthy_and_keeps_no_later_change_waiting() throws Exception {
        release = Duration.ofSeconds(1);
        reboot(Duration.ZERO);
        lifecycle().install(file(plugin(STUCK, "1.0.0", "")), Progress.NONE);

        assertRefused(
                LifecycleError.PLUGIN_UNHEALTHY,
                () -> lifecycle().update(STUCK, file(hangingProbe("2.0.0")), Progress.NONE),
                "health probe did not answer within 1.0 s",
                "a restart is needed to free it");

        assertThat(answer()).contains("1.0.0");
        lifecycle().update(STUCK, file(plugin(STUCK, "2.1.0", "")), Progress.NONE);
        assertThat(answer()).contains("2.1.0");
        assertThat(system.view().find(STUCK).health()).isEqualTo("well");
    }

    @Test
    void a_plugin_that_never_ends_when_it_is_stopped_is_given_up_and_its_successor_serves() throws Exception {
        release = Duration.ofSeconds(1);
        reboot(Duration.ZERO);
        lifecycle().install(file(stubborn("1.0.0")), Progress.NONE);
        assertThat(answer()).contains("1.0.0");

        Outcome updated = lifecycle().update(STUCK, file(plugin(STUCK, "2.0.0", "")), Progress.NONE);

        assertThat(updated.state()).isEqualTo(PluginState.ACTIVE);
        assertThat(updated.unloaded().orElseThrow())
                .contains("1.0.0", "did not end within 3.0 seconds", "a restart is needed to free it");
        assertThat(answer()).contains("2.0.0");
        assertThat(system.view().find(STUCK).state()).isEqualTo(PluginState.ACTIVE);
    }

    @Test
    void a_thread_that_a_plugin_leaves_behind_is_named() throws Exception {
        String leak =
                "Thread leak = new Thread(() -> { byte[] prices = new byte[1 << 20]; try { Thread.sleep(60_000); }"
                        + " catch (InterruptedException e) { } }, \"price-refresher\"); leak.setDaemon(true); leak.start();";
        release = Duration.ZERO;
        reboot(Duration.ZERO);
        lifecycle().install(teller("1.0.0", leak), Progress.NONE);
        assertThat(details().threads()).contains("price-refresher");
        assertThat(details().usage().orElseThrow().allocatedBytes().orElseThrow())
                .isGreaterThan(1 << 20);

        Outcome removed = lifecycle().uninstall(ID, false, false, Progress.NONE);

        assertThat(removed.unloaded().orElseThrow()).contains("retained: thread price-refresher");
    }

    @Test
    void what_is_installed_starts_again_with_the_platform_and_what_is_disabled_does_not() throws Exception {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        reboot(Duration.ZERO);
        assertThat(answer()).contains("1.0.0");

        lifecycle().disable(ID, false, Progress.NONE);
        reboot(Duration.ZERO);
        assertThat(answer()).isEmpty();
        assertThat(details().state()).isEqualTo(PluginState.DISABLED);

        lifecycle().enable(ID, Progress.NONE);
        assertThat(answer()).contains("1.0.0");
    }

    @Test
    void a_plugin_that_was_starting_when_the_platform_died_is_tried_again_and_kept_from_starting_the_second_time()
            throws Exception {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);

        dieAtTheStartOf(ID);
        startUp(Duration.ZERO);
        assertThat(answer()).contains("1.0.0");

        dieTwiceAtTheStartOf(ID);
        startUp(Duration.ZERO);
        assertThat(answer()).isEmpty();
        assertThat(details().state()).isEqualTo(PluginState.QUARANTINED);
        assertThat(details().whyNotActive().orElseThrow())
                .contains("died twice in a row while " + ID + " 1.0.0 was starting");
        lifecycle().enable(ID, Progress.NONE);
        assertThat(answer()).contains("1.0.0");
    }

    @Test
    void a_plugin_that_ended_the_process_is_named_and_in_quarantine() throws Exception {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        String digest = details().digest();
        shutDown();
        store().culprit().write(new Suspect(ID, "1.0.0", digest, Instant.parse("2026-11-26T10:00:00Z")));

        startUp(Duration.ZERO);

        assertThat(answer()).isEmpty();
        assertThat(details().state()).isEqualTo(PluginState.QUARANTINED);
        assertThat(details().whyNotActive())
                .contains(ID + " 1.0.0 ended the platform at 2026-11-26T10:00:00Z: it called System.exit.");
    }

    @Test
    void a_new_version_that_ended_the_process_is_named_while_the_old_one_serves() throws Exception {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        shutDown();
        store().culprit().write(new Suspect(ID, "2.0.0", "f".repeat(64), Instant.parse("2026-11-26T10:00:00Z")));

        startUp(Duration.ZERO);

        assertThat(answer()).contains("1.0.0");
        Outcome change = details().lastChange().orElseThrow();
        assertThat(change.problem().orElseThrow()).contains("2.0.0 ended the platform");
    }

    @Test
    void an_earlier_generation_is_restored_as_a_whole() {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);
        long before = system.view().generations().current();
        lifecycle().update(ID, teller("1.1.0", ""), Progress.NONE);

        lifecycle().restore(before, Progress.NONE);

        assertThat(answer()).contains("1.0.0");
        assertRefused(
                LifecycleError.GENERATION_NOT_FOUND, () -> lifecycle().restore(99, Progress.NONE), "no generation 99");
    }

    @Test
    void a_check_tells_what_would_happen_and_changes_nothing() {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);

        var report = lifecycle().check(teller("1.1.0", ""));
        var unfit = lifecycle().check(file(plugin("1.2.0", "").manifest(json -> json.putObject("spi")
                .put("io.binnacle.platform.api.plugin", "[9,10)"))));

        assertThat(report.installable()).isTrue();
        assertThat(report.installed()).contains("1.0.0");
        assertThat(unfit.installable()).isFalse();
        assertThat(unfit.problems())
                .singleElement()
                .asString()
                .contains("needs io.binnacle.platform.api.plugin", "here is 1.0.0");
        assertThat(plugins()).hasSize(1);
        assertThat(folder.resolve("plugins/staging")).isEmptyDirectory();
    }

    @Test
    void safe_mode_stops_plugins_and_keeps_them_installed() {
        lifecycle().install(teller("1.0.0", ""), Progress.NONE);

        lifecycle().safeMode(true);
        assertThat(answer()).isEmpty();
        assertThat(details().whyNotActive().orElseThrow()).contains("safe mode");

        system.boot(false);
        assertThat(answer()).contains("1.0.0");
    }

    private Path teller(String version, String activating) {
        return file(plugin(version, activating));
    }

    private Path probed(String version, int complainsAt) {
        return file(plugin(version, "")
                .source("Probe", PROBE.formatted(complainsAt))
                .header("Import-Package", "io.binnacle.platform.api.plugin;version=\"[1.0,2)\"")
                .component("Probe", "io.binnacle.platform.api.plugin.HealthProbe", Map.of()));
    }

    private static PluginFile stubborn(String version) {
        return plugin(STUCK, version, "")
                .source("Stubborn", STUBBORN)
                .component("Stubborn", "java.lang.Runnable", Map.of());
    }

    private static PluginFile hangingProbe(String version) {
        return plugin(STUCK, version, "")
                .source("Probe", HANGING_PROBE)
                .header("Import-Package", "io.binnacle.platform.api.plugin;version=\"[1.0,2)\"")
                .component("Probe", "io.binnacle.platform.api.plugin.HealthProbe", Map.of());
    }

    private static PluginFile plugin(String version, String activating) {
        return plugin(ID, version, activating);
    }

    private static PluginFile plugin(String id, String version, String activating) {
        return PluginFile.of(id, version)
                .source("Teller", TELLER.formatted(activating, version))
                .component("Teller", "java.util.function.Supplier", Map.of("teller", "yes"));
    }

    private Path file(PluginFile plugin) {
        try {
            return plugin.write(Files.createTempDirectory(folder, "upload-"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Lifecycle lifecycle() {
        return system.lifecycle();
    }

    private PluginDetails details() {
        return system.view().find(ID);
    }

    /** What the highest version answers that a consumer sees. */
    private Optional<String> answer() {
        return consumer.getTracked().entrySet().stream()
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparing(
                        (ServiceReference<?> reference) -> Optional.ofNullable(reference.getBundle())
                                .map(Bundle::getVersion)
                                .orElse(org.osgi.framework.Version.emptyVersion))))
                .map(entry -> (Supplier<?>) entry.getValue())
                .map(teller -> String.valueOf(teller.get()));
    }

    private List<Bundle> plugins() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("plugin:"))
                .toList();
    }

    private Bundle bundle() {
        assertThat(plugins()).hasSize(1);
        return plugins().get(0);
    }

    private ServiceTracker<?, ?> consumer() throws Exception {
        Bundle bundle = framework.install("com.example.consumer", Map.of());
        bundle.start();
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(
                bundle.getBundleContext(), bundle.getBundleContext().createFilter("(teller=yes)"), null);
        tracker.open(true);
        return tracker;
    }

    private void dieAtTheStartOf(String plugin) throws Exception {
        shutDown();
        Steps steps = store().steps();
        steps.begin("boot", plugin);
        steps.step("boot.starting");
    }

    /** The second time it is a suspect already. */
    private void dieTwiceAtTheStartOf(String plugin) throws Exception {
        String digest = details().digest();
        dieAtTheStartOf(plugin);
        store().suspect().write(new Suspect(plugin, "1.0.0", digest, Instant.now()));
    }

    private PluginStore store() {
        return PluginStore.open(folder.resolve("plugins"), Clock.systemUTC());
    }

    private void reboot(Duration probation) throws Exception {
        shutDown();
        startUp(probation);
    }

    private void shutDown() throws BundleException, InterruptedException {
        system.close();
        framework.close();
    }

    private void startUp(Duration probation) throws Exception {
        framework = new TestFramework(folder.resolve("cache"));
        consumer = consumer();
        boot(probation);
    }

    private void boot() throws BundleException {
        boot(Duration.ZERO);
    }

    private void boot(Duration probation) throws BundleException {
        installApi();
        Bundle manager = framework.install("io.binnacle.platform.plugins", Map.of("Bundle-Version", "0.1.0"));
        manager.start();
        system = new PluginSystem(
                manager.getBundleContext(),
                framework.components(),
                folder.resolve("plugins"),
                new TrustStore(folder.resolve("keys"), Set.of(ID, STUCK)),
                Optional.empty(),
                new LifecycleSettings(
                        Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(1), probation, release, 1),
                Optional::empty,
                Clock.systemUTC());
        system.boot(false);
    }

    /** Its classes are those of the test; the bundle only shows what a plugin may refer to. */
    private void installApi() throws BundleException {
        String path = HealthProbe.class.getName().replace('.', '/') + ".class";
        try (InputStream in = HealthProbe.class.getResourceAsStream("/" + path)) {
            framework
                    .install(
                            "io.binnacle.platform.api",
                            Map.of("Export-Package", "io.binnacle.platform.api.plugin;version=1.0.0"),
                            Map.of(path, in.readAllBytes()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(ErrorCode code, Runnable work, String... words) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(PlatformException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code))
                .message()
                .contains(words);
    }
}
