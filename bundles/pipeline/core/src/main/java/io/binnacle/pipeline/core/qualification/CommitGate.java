package io.binnacle.pipeline.core.qualification;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.qualification.DealGate;
import io.binnacle.pipeline.api.qualification.Obstacle;
import io.binnacle.pipeline.api.qualification.Qualifications;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A deal is committed only when it is qualified, or when somebody says why it is committed all the same. */
@Component
public final class CommitGate implements DealGate {

    private final Qualifications qualifications;

    @Activate
    public CommitGate(@Reference Qualifications qualifications) {
        this.qualifications = qualifications;
    }

    @Override
    public String id() {
        return "commit";
    }

    @Override
    public List<Obstacle> obstacles(Optional<Opportunity> before, Opportunity after, Instant now) {
        boolean was = before.filter(deal -> deal.category() == ForecastCategory.COMMIT)
                .isPresent();
        if (was || after.category() != ForecastCategory.COMMIT) {
            return List.of();
        }
        return qualifications.of(after.id(), AsOf.validAt(now)).missing().stream()
                .map(missing -> new Obstacle("/category", "COMMIT is not reached: " + missing, true))
                .toList();
    }
}
