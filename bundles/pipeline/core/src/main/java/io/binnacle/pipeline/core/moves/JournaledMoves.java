package io.binnacle.pipeline.core.moves;

import static io.binnacle.pipeline.api.PipelineError.OPPORTUNITY_NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.stages.DealMoves;
import io.binnacle.pipeline.api.stages.Pipelines;
import io.binnacle.pipeline.api.stages.Stage;
import io.binnacle.pipeline.api.stages.StageMove;
import io.binnacle.pipeline.api.stages.StageVisit;
import io.binnacle.pipeline.api.stages.StatusMove;
import io.binnacle.pipeline.core.DealEdits;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.Since;
import io.binnacle.pipeline.core.Wish;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves deals by changing their fields, and tells where they have been by their journal. */
@Component
public final class JournaledMoves implements DealMoves {

    private final Opportunities opportunities;
    private final DealEdits edits;
    private final Pipelines pipelines;
    private final Since since;

    @Activate
    public JournaledMoves(
            @Reference Opportunities opportunities,
            @Reference DealEdits edits,
            @Reference Pipelines pipelines,
            @Reference Clock clock,
            @Reference PipelineSettings settings) {
        this.opportunities = opportunities;
        this.edits = edits;
        this.pipelines = pipelines;
        this.since = new Since(clock, settings.zone());
    }

    @Override
    public Opportunity move(UUID id, long expectedVersion, StageMove to, Principal by, String reason) {
        Opportunity deal = opportunities.find(id, AsOf.LATEST).orElseThrow(() -> missing(id));
        ObjectNode patch = Json.object().put("stage", to.stage());
        to.pipeline().ifPresent(pipeline -> patch.put("pipeline", pipeline));
        category(deal, to).ifPresent(category -> patch.put("category", category.name()));
        return edits.change(new Wish(id, expectedVersion, patch, to.validSince(), by, reason, to.evidence()));
    }

    /** A late correction says nothing of what the deal is forecast as now. */
    private Optional<ForecastCategory> category(Opportunity deal, StageMove to) {
        boolean follows = to.validSince().isEmpty()
                && category(deal.pipeline(), deal.stage())
                        .filter(deal.category()::equals)
                        .isPresent();
        return to.category()
                .or(() -> follows ? category(to.pipeline().orElse(deal.pipeline()), to.stage()) : Optional.empty());
    }

    private Optional<ForecastCategory> category(String pipeline, String stage) {
        return pipelines
                .named(pipeline, AsOf.LATEST)
                .flatMap(one -> one.stage(stage))
                .map(Stage::category);
    }

    @Override
    public Opportunity turn(UUID id, long expectedVersion, StatusMove to, Principal by, String reason) {
        Opportunity deal = opportunities.find(id, AsOf.LATEST).orElseThrow(() -> missing(id));
        Ledger.same("opportunity", id, expectedVersion, deal.version());
        Opportunity then = to.validSince()
                .flatMap(day -> opportunities.find(id, AsOf.validAt(since.of(Optional.of(day)))))
                .orElse(deal);
        StatusGuard guard = new StatusGuard(then, () -> opportunities.history(id));
        guard.check(to.turn(), by, reason);
        LocalDate today = since.day(since.clock().instant());
        return edits.change(new Wish(
                id,
                expectedVersion,
                new StatusPatch(to, today).fields(),
                to.validSince(),
                by,
                reason,
                to.evidence(),
                guard.corrects(to.turn())));
    }

    @Override
    public List<StageVisit> visits(UUID id, AsOf asOf) {
        opportunities.find(id, asOf).orElseThrow(() -> missing(id));
        Instant now = since.clock().instant();
        Instant until = asOf.validAt().isBefore(now) ? asOf.validAt() : now;
        return new VisitFold(new Directions(pipelines, asOf), until).of(opportunities.history(id), asOf);
    }

    private static RuntimeException missing(UUID id) {
        return OPPORTUNITY_NOT_FOUND.because(
                "there is no opportunity with the id %s, or there was none at the time you ask for", id);
    }
}
