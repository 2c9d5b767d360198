package @id@;

import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Severity;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Open deals of which nobody has said what they are worth. */
@Component
public final class @Class@ implements InsightRule {

    private final Supplier<List<Opportunity>> openDeals;

    @Activate
    public @Class@(@Reference Opportunities opportunities) {
        this(() -> opportunities.list(OpportunityFilter.of(OpportunityStatus.OPEN), AsOf.LATEST));
    }

    @Class@(Supplier<List<Opportunity>> openDeals) {
        this.openDeals = openDeals;
    }

    @Override
    public String id() {
        return "@service@";
    }

    @Override
    public List<Finding> evaluate(Instant now) {
        return openDeals.get().stream()
                .filter(deal -> deal.amount().isEmpty())
                .map(deal -> finding(deal, now))
                .toList();
    }

    private static Finding finding(Opportunity deal, Instant now) {
        String statement = "stage " + deal.stage() + ", no amount";
        return new Finding(
                "opportunity/" + deal.id(),
                Severity.INFO,
                "Nobody has said what “" + deal.name().replaceAll("\\p{Cntrl}", " ") + "” is worth",
                List.of(new Evidence("/api/v1/pipeline/opportunities/" + deal.id(), statement, now)));
    }
}
