package io.binnacle.platform.plugins.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kills a process that changes the store, at every step and at any time, and looks at what is left. */
class CrashTest {

    private static final Path SOURCES =
            Path.of("src/main/java", CrashTest.class.getPackageName().replace('.', '/'));
    private static final String OLD = "1.0.10";
    private static final String NEW = "1.0.11";

    /** Before this step the old generation is current, from it on the new one. */
    private static final String SWITCH = "current.switched";

    /** At these steps no operation is under way. */
    private static final Set<String> OUTSIDE = Set.of("boot.prepared", "boot.counted", "steps.done");

    @TempDir
    static Path updatedTenTimes;

    @TempDir
    Path root;

    /** So many that the next update also removes the oldest generation and its content. */
    @BeforeAll
    static void updateTenTimes() {
        PluginStore store = PluginStore.open(updatedTenTimes, Clock.systemUTC());
        for (int update = 1; update <= 10; update++) {
            StoreProcess.update(store, "1.0." + update);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_kill_leaves_the_old_state_or_the_new_one_and_tells_what_was_going_on(String step) throws Exception {
        copy(updatedTenTimes, root);

        Process process = StoreProcess.start(root, List.of("-Dcrash.at=" + step), NEW);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("died at %s", step).isEqualTo(CrashPoint.KILLED);

        PluginStore store = PluginStore.open(root, Clock.systemUTC());
        List<String> steps = steps().toList();
        boolean switched = steps.indexOf(step) >= steps.indexOf(SWITCH);
        assertThat(store.generations().current().plugins()).isEqualTo(Contents.pair(switched ? NEW : OLD));
        assertThat(store.generations().current().number()).isEqualTo(switched ? 11 : 10);
        assertWhole(store);
        assertThat(store.steps().unfinished().map(Unfinished::operation))
                .isEqualTo(OUTSIDE.contains(step) ? Optional.empty() : Optional.of("update"));
    }

    @Test
    void fifty_kills_at_any_time_lose_and_mix_nothing() throws Exception {
        Random chance = new Random(20261123);
        for (int kill = 0; kill < 50; kill++) {
            long acknowledged = killAfter(chance.nextInt(120));

            PluginStore store = PluginStore.open(root, Clock.systemUTC());
            Generation current = store.generations().current();
            assertThat(current.number()).as("kill %d", kill).isGreaterThanOrEqualTo(acknowledged);
            if (current.number() > 0) {
                assertThat(current.plugins()).isEqualTo(Contents.pair("1.0." + current.number()));
            }
            assertWhole(store);
        }
    }

    @Test
    void every_step_is_documented() throws IOException {
        Pattern name = Pattern.compile("\"((?:steps|store|generations?|current|good|boot)\\.(?!jsonl)[a-z]+)\"");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                name.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }

        assertThat(steps()).containsExactlyInAnyOrderElementsOf(used);
    }

    /** As the documentation of {@link CrashPoint} lists them. */
    static Stream<String> steps() throws IOException {
        String source = Files.readString(SOURCES.resolve("CrashPoint.java"));
        String list = source.substring(source.indexOf("<ul>"), source.indexOf("</ul>"));
        return Pattern.compile("\\{@code ([a-z]+\\.[a-z]+)}(?=[:,])")
                .matcher(list)
                .results()
                .map(found -> found.group(1));
    }

    /** Returns the last update that the process said was done. */
    private long killAfter(int milliseconds) throws Exception {
        Process process = StoreProcess.start(root, List.of());
        try (BufferedReader output = process.inputReader()) {
            long acknowledged = Long.parseLong(output.readLine());
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            // Unlike the process itself, its handle leaves the output open.
            process.toHandle().destroyForcibly();
            process.waitFor();
            List<String> rest = output.lines().toList();
            // The last line may be torn.
            return rest.size() > 1 ? Long.parseLong(rest.get(rest.size() - 2)) : acknowledged;
        }
    }

    private void assertWhole(PluginStore store) throws IOException {
        try (Stream<Path> left = Files.list(store.contents().staging())) {
            assertThat(left).as("staging").isEmpty();
        }
        for (Generation generation : store.generations().all()) {
            for (InstalledPlugin plugin : generation.plugins().values()) {
                assertThat(Contents.isWhole(store.contents().folder(plugin.digest()), plugin.version()))
                        .as("content of %s in generation %d", plugin.version(), generation.number())
                        .isTrue();
            }
        }
        try (Stream<Path> stored = Files.list(root.resolve("store"))) {
            assertThat(stored.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(store.generations().digests());
        }
        try (Stream<Path> files = Files.list(root.resolve("generations"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(store.generations().all().stream()
                            .map(generation -> GenerationFile.name(generation.number()))
                            .toList());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
