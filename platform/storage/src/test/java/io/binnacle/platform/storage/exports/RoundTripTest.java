package io.binnacle.platform.storage.exports;

import static io.binnacle.platform.storage.projection.Fleet.MONDAY;
import static io.binnacle.platform.storage.projection.Fleet.OTHER_SHIP;
import static io.binnacle.platform.storage.projection.Fleet.SAILOR;
import static io.binnacle.platform.storage.projection.Fleet.SHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.storage.exports.Manifest.ArchivedFile;
import io.binnacle.platform.storage.projection.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    private static final Instant TUESDAY = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-04T09:00:00Z");

    @TempDir
    Path folder;

    private Fleet origin;
    private Fleet copy;

    @BeforeEach
    void open() throws Exception {
        origin = new Fleet();
        origin.at(MONDAY);
        origin.crewed();
        origin.at(WEDNESDAY);
        origin.append("sailor", SAILOR, TUESDAY, "{'pay': 15}");
        origin.append("ship", SHIP, WEDNESDAY, "{'name': 'Rachel'}");
        copy = new Fleet();
        copy.append("pennant", new UUID(4, 9), MONDAY, "{}");
    }

    @AfterEach
    void close() {
        origin.close();
        copy.close();
    }

    @Test
    void what_is_restored_has_the_same_events_the_same_rows_and_the_same_content_hash() {
        Export exported = export(origin, AsOf.LATEST);

        RestoreReport report = restore(copy, file(exported));

        assertThat(report).isEqualTo(new RestoreReport(true, exported.manifest().contentHash(), 3, 6, List.of()));
        assertThat(copy.journal.history(new EntityRef("sailor", SAILOR)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("position")
                .isEqualTo(origin.journal.history(new EntityRef("sailor", SAILOR)));
        assertThat(copy.one("select string_agg(name, ', ' order by id) from fleet.ship"))
                .isEqualTo("Rachel, a tab\tand a back\\slash");
        assertThat(copy.one("select ship || ' ' || pay || ' ' || rank from fleet.sailor"))
                .isEqualTo(OTHER_SHIP + " 15 mate");
        assertThat(copy.journal.verify(Progress.NONE).faults()).isEmpty();
        assertThat(export(copy, AsOf.LATEST).manifest().files())
                .isEqualTo(exported.manifest().files());
        assertThat(export(copy, AsOf.LATEST).manifest().contentHash())
                .isEqualTo(exported.manifest().contentHash());
    }

    @Test
    void changes_enter_the_stream_in_the_order_in_which_they_were_recorded() {
        restore(copy, file(export(origin, AsOf.LATEST)));

        assertThat(copy.journal.after(io.binnacle.platform.api.journal.Position.START, 100))
                .filteredOn(event -> !event.entity().type().equals("pennant"))
                .extracting(Event::recordedTime)
                .hasSize(6)
                .isSorted();
    }

    @Test
    void the_history_goes_on_where_it_ended() {
        restore(copy, file(export(origin, AsOf.LATEST)));

        copy.append("ship", SHIP, WEDNESDAY, "{'name': 'Bachelor'}");

        assertThat(copy.journal.history(new EntityRef("ship", SHIP)))
                .extracting(Event::seq)
                .containsExactly(1L, 2L, 3L);
        assertThat(copy.journal.verify(Progress.NONE).faults()).isEmpty();
    }

    @Test
    void a_cut_export_holds_what_was_known_then_and_can_be_restored() throws Exception {
        Export exported = export(origin, new AsOf(Instant.MAX, TUESDAY));

        restore(copy, file(exported));

        assertThat(copy.one("select name from fleet.ship where id = '" + SHIP + "'"))
                .isEqualTo("Pequod");
        assertThat(exported.manifest().knownAt()).contains(TUESDAY);
        assertThat(export(copy, AsOf.LATEST).manifest().contentHash())
                .isEqualTo(exported.manifest().contentHash());
    }

    @Test
    void states_are_those_of_the_day_that_is_asked_for() throws Exception {
        String then = text(export(origin, AsOf.validAt(MONDAY)), "state/sailor.jsonl");
        String now = text(export(origin, AsOf.LATEST), "state/sailor.jsonl");

        assertThat(then).contains("\"pay\":12.50").doesNotContain("15");
        assertThat(now).contains("\"pay\":15");
    }

    @Test
    void what_belongs_to_an_instance_alone_stays_there() {
        assertThat(export(origin, AsOf.LATEST).manifest().files())
                .extracting(ArchivedFile::name)
                .containsExactly("events/sailor.jsonl", "state/sailor.jsonl", "events/ship.jsonl", "state/ship.jsonl");
    }

    @Test
    void a_dry_run_checks_everything_and_writes_nothing() {
        Path file = file(export(origin, AsOf.LATEST));

        RestoreReport report =
                new Restore(copy.database, copy.journal, copy.projections).run(file, true, Progress.NONE);

        assertThat(report.written()).isFalse();
        assertThat(report.events()).isEqualTo(6);
        assertEmpty(copy);
    }

    @Test
    void an_instance_with_data_is_refused() {
        Path file = file(export(origin, AsOf.LATEST));
        copy.append("ship", new UUID(1, 3), MONDAY, "{'name': 'Jeroboam'}");

        assertRefused(file, "INSTANCE_NOT_EMPTY", "ship");

        assertThat(copy.one("select count(*) from journal.event where entity_type <> 'pennant'"))
                .isEqualTo("1");
    }

    @Test
    void a_changed_event_is_found_by_the_hash_of_its_file() throws Exception {
        Map<String, byte[]> archive = Archives.read(file(export(origin, AsOf.LATEST)));
        Archives.replace(archive, "state/ship.jsonl", "Rachel", "Rachal");

        assertRefused(Archives.write(archive, folder), "ARCHIVE_DAMAGED", "state/ship.jsonl");
    }

    @Test
    void a_changed_event_is_found_even_when_the_manifest_was_made_to_fit() throws Exception {
        Map<String, byte[]> archive = Archives.read(file(export(origin, AsOf.LATEST)));
        Archives.replace(archive, "events/ship.jsonl", "Rachel", "Rachal");
        Archives.forgeManifest(archive);

        assertRefused(Archives.write(archive, folder), "ARCHIVE_DAMAGED", "events/ship.jsonl, line 2: event 2 of");
    }

    @Test
    void a_missing_event_is_found_even_when_the_manifest_was_made_to_fit() throws Exception {
        Map<String, byte[]> archive = Archives.read(file(export(origin, AsOf.LATEST)));
        Archives.removeLine(archive, "events/sailor.jsonl", 1);
        Archives.forgeManifest(archive);

        assertRefused(
                Archives.write(archive, folder),
                "ARCHIVE_DAMAGED",
                "events/sailor.jsonl, line 1: event 2 of " + SAILOR + " stands where event 1 belongs");
    }

    @Test
    void a_file_too_much_or_too_few_is_found() throws Exception {
        Map<String, byte[]> more = Archives.read(file(export(origin, AsOf.LATEST)));
        more.put("events/whale.jsonl", new byte[] {'{', '}', '\n'});
        Map<String, byte[]> fewer = Archives.read(file(export(origin, AsOf.LATEST)));
        fewer.remove("state/ship.jsonl");

        assertRefused(Archives.write(more, folder), "ARCHIVE_DAMAGED", "events/whale.jsonl");
        assertRefused(Archives.write(fewer, folder), "ARCHIVE_DAMAGED", "state/ship.jsonl");
    }

    @Test
    void what_is_no_archive_is_refused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        Path half = folder.resolve("half.zip");
        byte[] whole = Files.readAllBytes(file(export(origin, AsOf.LATEST)));
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        Map<String, byte[]> later = Archives.read(file(export(origin, AsOf.LATEST)));
        Archives.replace(later, "manifest.json", "\"format\" : 1", "\"format\" : 2");

        assertRefused(text, "ARCHIVE_UNREADABLE", "no zip");
        assertRefused(half, "ARCHIVE_UNREADABLE", "not all of one");
        assertRefused(Archives.write(Map.of("a.txt", new byte[0]), folder), "ARCHIVE_UNREADABLE", "manifest.json");
        assertRefused(
                Archives.write(Map.of("manifest.json", "[]".getBytes()), folder), "ARCHIVE_UNREADABLE", "manifest");
        assertRefused(Archives.write(later, folder), "ARCHIVE_TOO_NEW", "update the platform");
    }

    @Test
    void exports_are_kept_for_a_week() throws Exception {
        Exports exports = exports(origin);
        Export old = exports.make(AsOf.LATEST, Progress.NONE);
        Files.setLastModifiedTime(
                exports.file(old.id()), FileTime.from(Instant.now().minus(Duration.ofDays(8))));

        Export fresh = exports.make(AsOf.LATEST, Progress.NONE);

        assertThat(exports.file(fresh.id())).exists();
        assertThat(fresh.bytes()).isEqualTo(Files.size(exports.file(fresh.id())));
        assertThatThrownBy(() -> exports.file(old.id()))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.code().name()).isEqualTo("EXPORT_NOT_FOUND"));
    }

    private void assertRefused(Path file, String code, String part) {
        assertThatThrownBy(() -> restore(copy, file))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.code().name()).isEqualTo(code))
                .hasMessageContaining(part);
        if (!code.equals("INSTANCE_NOT_EMPTY")) {
            assertEmpty(copy);
        }
    }

    private static void assertEmpty(Fleet fleet) {
        assertThat(fleet.one("select count(*) from journal.event where entity_type <> 'pennant'"))
                .isEqualTo("0");
        assertThat(fleet.one("select count(*) from fleet.ship")).isEqualTo("0");
    }

    private Exports exports(Fleet fleet) {
        return new Exports(
                folder.resolve("exports"),
                "0.1.0",
                fleet.database,
                fleet.journal,
                fleet.projections,
                Clock.systemUTC());
    }

    private Export export(Fleet fleet, AsOf cut) {
        return exports(fleet).make(cut, Progress.NONE);
    }

    private Path file(Export export) {
        return folder.resolve("exports").resolve(export.id() + ".zip");
    }

    private String text(Export export, String name) throws Exception {
        return new String(Archives.read(file(export)).get(name));
    }

    private static RestoreReport restore(Fleet fleet, Path file) {
        return new Restore(fleet.database, fleet.journal, fleet.projections).run(file, false, Progress.NONE);
    }
}
