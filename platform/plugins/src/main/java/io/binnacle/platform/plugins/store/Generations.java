package io.binnacle.platform.plugins.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations and which of them is current. The last ten are kept, the last good one, and for every plugin
 * that is installed the newest with another version of it, so that its way back stays. Any thread may call.
 */
public final class Generations {

    static final int KEPT = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final Path folder;
    private final Path store;
    private final Clock clock;
    private final NumberFile pointer;
    private final NumberFile good;
    private final TreeMap<Long, Generation> complete = new TreeMap<>();
    private Generation current;

    /** Opens what is below {@code root}; a generation that was written and never became current goes. */
    public Generations(Path root, Clock clock) {
        this.folder = root.resolve("generations");
        this.store = root.resolve("store");
        this.clock = clock;
        this.pointer = new NumberFile(root.resolve("CURRENT"), "current.prepared", "current.switched");
        this.good = new NumberFile(root.resolve("LAST_GOOD"), "good.prepared", "good.marked");
        try {
            Files.createDirectories(folder);
            read();
            recover();
        } catch (IOException e) {
            throw Disk.failure(folder, e);
        }
    }

    /** What is installed now; never half a change. */
    public synchronized Generation current() {
        return current;
    }

    /** The last generation that was seen to work; empty when none was, or when its file is gone. */
    public synchronized Optional<Generation> lastGood() {
        OptionalLong number = good.read();
        return number.isPresent() ? find(number.getAsLong()) : Optional.empty();
    }

    /** Those that can be restored, the newest first. */
    public synchronized List<Generation> all() {
        return List.copyOf(complete.descendingMap().values());
    }

    /** The kept generation with this number. */
    public synchronized Optional<Generation> find(long number) {
        return Optional.ofNullable(complete.get(number));
    }

    /** The contents that some kept generation needs, for {@link ContentStore#sweep}. */
    public synchronized Set<String> digests() {
        Set<String> digests = new TreeSet<>();
        complete.values()
                .forEach(generation -> generation.plugins().values().forEach(plugin -> digests.add(plugin.digest())));
        return digests;
    }

    /**
     * Makes {@code plugins} the current generation.
     *
     * @param cause the change that led here, for a person
     * @throws IllegalArgumentException when the content of a plugin is not in the store
     * @throws io.binnacle.platform.api.error.PlatformException DISK_FULL, and the old generation is current
     */
    public synchronized Generation commit(SortedMap<String, InstalledPlugin> plugins, String cause) {
        plugins.values().forEach(this::requireContent);
        Generation next = new Generation(nextNumber(), clock.instant(), cause, plugins);
        Path file = folder.resolve(GenerationFile.name(next.number()));
        Disk.replace(file, GenerationFile.bytes(next), "generation.prepared", "generation.written");
        try {
            pointer.write(next.number());
        } catch (RuntimeException e) {
            file.toFile().delete();
            throw e;
        }
        complete.put(next.number(), next);
        current = next;
        prune();
        return next;
    }

    /**
     * Remembers that the generation with this number works.
     *
     * @throws IllegalArgumentException when there is none
     */
    public synchronized void markGood(long number) {
        if (!complete.containsKey(number)) {
            throw new IllegalArgumentException("there is no generation " + number);
        }
        good.write(number);
    }

    private void requireContent(InstalledPlugin plugin) {
        if (!Files.isDirectory(store.resolve(plugin.digest()))) {
            throw new IllegalArgumentException("the content of %s %s (%s) is not in the store"
                    .formatted(plugin.id(), plugin.version(), plugin.digest()));
        }
    }

    private long nextNumber() {
        return complete.isEmpty() ? 0 : complete.lastKey() + 1;
    }

    private void read() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            all.stream().filter(Disk::isTemporary).forEach(file -> file.toFile().delete());
            all.stream()
                    .filter(file -> GenerationFile.number(file).isPresent())
                    .flatMap(file -> GenerationFile.read(file).stream())
                    .forEach(generation -> complete.put(generation.number(), generation));
        }
    }

    private void recover() throws IOException {
        if (complete.isEmpty()) {
            commit(new TreeMap<>(), "nothing was installed yet");
            return;
        }
        OptionalLong number = pointer.read();
        current = number.isPresent() ? complete.get(number.getAsLong()) : null;
        if (current == null) {
            repair();
        } else {
            dropUnborn();
        }
    }

    /** CURRENT, or what it names, was damaged from outside: no crash of ours leaves it so. */
    private void repair() {
        Generation best = lastGood().orElseGet(() -> complete.lastEntry().getValue());
        LOG.warn("CURRENT names no complete generation; going on with generation {}", best.number());
        commit(best.plugins(), "generation %d again, because CURRENT was damaged".formatted(best.number()));
    }

    private void dropUnborn() throws IOException {
        for (Generation unborn :
                List.copyOf(complete.tailMap(current.number(), false).values())) {
            Files.delete(folder.resolve(GenerationFile.name(unborn.number())));
            complete.remove(unborn.number());
        }
    }

    private void prune() {
        Set<Long> needed = waysBack();
        good.read().ifPresent(needed::add);
        while (complete.size() > KEPT) {
            Optional<Long> oldest = complete.keySet().stream()
                    .limit(complete.size() - KEPT)
                    .filter(number -> !needed.contains(number))
                    .findFirst();
            if (oldest.isEmpty()) {
                break;
            }
            // A file that stays behind is tried again with the next change.
            if (!folder.resolve(GenerationFile.name(oldest.get())).toFile().delete()) {
                break;
            }
            complete.remove(oldest.get());
        }
        CrashPoint.at("generations.pruned");
    }

    private Set<Long> waysBack() {
        Set<Long> numbers = new HashSet<>();
        for (InstalledPlugin plugin : current.plugins().values()) {
            complete.descendingMap().values().stream()
                    .filter(generation -> holdsOther(generation, plugin))
                    .findFirst()
                    .ifPresent(generation -> numbers.add(generation.number()));
        }
        return numbers;
    }

    private static boolean holdsOther(Generation generation, InstalledPlugin plugin) {
        InstalledPlugin other = generation.plugins().get(plugin.id());
        return other != null && !other.digest().equals(plugin.digest());
    }
}
