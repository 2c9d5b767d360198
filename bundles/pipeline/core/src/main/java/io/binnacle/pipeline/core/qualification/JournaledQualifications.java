package io.binnacle.pipeline.core.qualification;

import static io.binnacle.pipeline.api.PipelineError.OPPORTUNITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;
import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.qualification.Assessment;
import io.binnacle.pipeline.api.qualification.Element;
import io.binnacle.pipeline.api.qualification.Qualification;
import io.binnacle.pipeline.api.qualification.Qualifications;
import io.binnacle.pipeline.api.qualification.Rating;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.Past;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Qualifications, which live in the journal alone: each is one small entity that is read by its id. */
@Component
public final class JournaledQualifications implements Qualifications {

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final ZoneId zone;
    private final Meddpicc meddpicc;
    private final Past<Qualification> past;

    @Activate
    public JournaledQualifications(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings pipeline,
            @Reference QualificationSettings settings,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock, pipeline, settings);
    }

    public JournaledQualifications(
            Database database,
            Journal journal,
            Clock clock,
            PipelineSettings pipeline,
            QualificationSettings settings) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.zone = pipeline.zone();
        this.meddpicc = settings.meddpicc();
        this.past = new Past<>(journal, Entities.QUALIFICATION, Qualification.class);
    }

    @Override
    public Assessment of(UUID opportunity, AsOf asOf) {
        return assess(past.find(opportunity, asOf).orElseGet(() -> unrated(opportunity)), asOf);
    }

    @Override
    public Map<UUID, Assessment> all(AsOf asOf) {
        return database.read(handle -> past.all(
                asOf,
                all -> all.collect(Collectors.toMap(Qualification::id, qualification -> assess(qualification, asOf)))));
    }

    @Override
    public Assessment rate(
            UUID opportunity, long expectedVersion, Map<Element, Rating> ratings, Principal by, String reason) {
        refuse(RatingRules.broken(ratings, day(AsOf.LATEST)));
        Qualification wanted = new Qualification(opportunity, ratings, 0);
        return database.inTransaction(handle -> {
            hold(handle, opportunity);
            Optional<Qualification> old = past.find(opportunity, AsOf.LATEST);
            long version = old.map(Qualification::version).orElse(0L);
            if (version != expectedVersion) {
                throw STALE_VERSION.because(
                        "the qualification is at version %d by now, not %d: read it again and repeat your change",
                        version, expectedVersion);
            }
            ObjectNode patch = Fields.patch(Fields.of(old.orElseGet(() -> unrated(opportunity))), Fields.of(wanted));
            return patch.isEmpty() ? of(opportunity, AsOf.LATEST) : keep(wanted, by, reason);
        });
    }

    // A merge patch lays objects over each other, so what is no longer rated has to be named.
    private Assessment keep(Qualification wanted, Principal by, String reason) {
        ObjectNode fields = Fields.of(wanted);
        for (Element element : Element.values()) {
            if (!wanted.ratings().containsKey(element)) {
                ((ObjectNode) fields.get("ratings")).putNull(element.name());
            }
        }
        EntityRef ref = new EntityRef(Entities.QUALIFICATION, wanted.id());
        String cause = reason.isBlank() ? "rated" : reason;
        long version = journal.append(List.of(new Change(ref, clock.instant(), by.name(), cause, fields)))
                .get(0)
                .seq();
        return assess(new Qualification(wanted.id(), wanted.ratings(), version), AsOf.LATEST);
    }

    private static void hold(Handle handle, UUID opportunity) {
        if (OpportunityTable.ROWS.lock(handle, List.of(opportunity)).isEmpty()) {
            throw OPPORTUNITY_NOT_FOUND.because("there is no opportunity with the id %s", opportunity);
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw INVALID_CONTENT
                    .because("%s", "nothing was rated: " + errors.get(0).detail())
                    .at(errors);
        }
    }

    private Assessment assess(Qualification qualification, AsOf asOf) {
        return meddpicc.assess(qualification, day(asOf));
    }

    private LocalDate day(AsOf asOf) {
        Instant now = clock.instant();
        return LocalDate.ofInstant(asOf.validAt().isBefore(now) ? asOf.validAt() : now, zone);
    }

    private static Qualification unrated(UUID opportunity) {
        return new Qualification(opportunity, Map.of(), 0);
    }
}
