package io.binnacle.pipeline.core.imports.mapping;

import static io.binnacle.pipeline.api.PipelineError.INVALID_MAPPING;
import static io.binnacle.pipeline.api.PipelineError.MAPPING_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.PRECONDITION_REQUIRED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.imports.ImportFormat;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.MappingRow;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mappings that this tenant has written; each is a format of imports. */
@Component(service = KeptMappings.class)
public final class KeptMappings {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");

    private final Database database;
    private final Clock clock;
    private final Ledger<MappingRow> ledger;

    @Activate
    public KeptMappings(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock);
    }

    public KeptMappings(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.ledger = new Ledger<>(database, journal, Entities.IMPORT_MAPPING, MappingRow.class, MappingRow.TABLE);
    }

    /** All of them, by name. */
    public List<MappingRow> all() {
        return database.read(handle -> ledger.all(handle, AsOf.LATEST)).stream()
                .filter(row -> !row.deleted())
                .sorted(Comparator.comparing(MappingRow::name))
                .toList();
    }

    /** The formats that they tell. */
    public List<ImportFormat> formats() {
        return all().stream()
                .map(row -> (ImportFormat) MappingReader.read(Optional.of(row.name()), row.text()))
                .toList();
    }

    /** @throws io.binnacle.platform.api.error.PlatformException MAPPING_NOT_FOUND */
    public MappingRow get(String name) {
        return held(database.read(handle -> ledger.find(handle, MappingRow.id(name), AsOf.LATEST)), name);
    }

    /**
     * Keeps a mapping under a name.
     *
     * @param expected the version to be replaced; empty when there is none of that name
     * @param taken the names of the formats that there are without it
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_MAPPING with each fault and its line,
     *     PRECONDITION_REQUIRED, STALE_VERSION, MAPPING_NOT_FOUND
     */
    public MappingRow put(
            String name, String text, OptionalLong expected, List<String> taken, Principal by, String reason) {
        checkName(name, taken);
        MappingReader.read(Optional.of(name), text);
        return database.inTransaction(handle -> {
            Optional<MappingRow> present = lock(handle, name);
            if (expected.isPresent()) {
                MappingRow held = held(present, name);
                Ledger.same("the mapping", held.id(), expected.getAsLong(), held.version());
            } else if (present.filter(row -> !row.deleted()).isPresent()) {
                throw PRECONDITION_REQUIRED.because(
                        "there is a mapping '%s'; send If-Match with its ETag to replace it", name);
            }
            return keep(handle, present, MappingRow.of(name, text), by, reason);
        });
    }

    /**
     * Removes a mapping; what has come in by it stays.
     *
     * @throws io.binnacle.platform.api.error.PlatformException STALE_VERSION, MAPPING_NOT_FOUND
     */
    public void remove(String name, long expected, Principal by, String reason) {
        database.useTransaction(handle -> {
            MappingRow held = held(lock(handle, name), name);
            Ledger.same("the mapping", held.id(), expected, held.version());
            ObjectNode patch = Json.object().put("deleted", true);
            ledger.patch(handle, held.id(), patch, clock.instant(), by, cause(reason, "mapping removed"));
        });
    }

    private MappingRow keep(
            Handle handle, Optional<MappingRow> present, MappingRow wanted, Principal by, String reason) {
        if (present.isEmpty()) {
            return ledger.add(handle, wanted.id(), wanted, clock.instant(), by, cause(reason, "mapping written"));
        }
        ObjectNode patch = Fields.patch(Fields.of(present.get()), Fields.of(wanted));
        return patch.isEmpty()
                ? present.get()
                : ledger.patch(handle, wanted.id(), patch, clock.instant(), by, cause(reason, "mapping written"));
    }

    private Optional<MappingRow> lock(Handle handle, String name) {
        handle.execute("lock table pipeline.import_mapping in share row exclusive mode");
        return ledger.lock(handle, MappingRow.id(name));
    }

    private static MappingRow held(Optional<MappingRow> row, String name) {
        return row.filter(found -> !found.deleted())
                .orElseThrow(() -> MAPPING_NOT_FOUND.because(
                        "there is no mapping '%s'; GET /api/v1/imports/mappings lists those there are", name));
    }

    private static void checkName(String name, List<String> taken) {
        if (!NAME.matcher(name).matches()) {
            throw INVALID_MAPPING
                    .because(
                            "the name of a mapping has up to 100 letters, digits, blanks, points, dashes and underscores")
                    .at("/name");
        }
        if (taken.contains(name)) {
            throw INVALID_MAPPING
                    .because("'%s' is the name of a format already; choose another", name)
                    .at("/name");
        }
    }

    private static String cause(String reason, String otherwise) {
        return reason.isBlank() ? otherwise : reason;
    }
}
