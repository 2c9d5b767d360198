package io.binnacle.distribution.bench;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A seeded sales force of two hundred sellers with deals that began over three years, live for one to ten months
 * and change fifty times: amount, close date, stage, now and then the owner.
 */
final class BenchDeals {

    static final int EVENTS = 50;

    private static final int SELLERS = 200;
    private static final Duration YEARS = Duration.ofDays(3 * 365);

    private final Random random = new Random(20261102);
    private final Instant now;

    BenchDeals(Instant now) {
        this.now = now;
    }

    /** Two regions of five managers with twenty sellers each. */
    static PipelineBatch salesForce() {
        List<NodeRecord> nodes = new ArrayList<>();
        for (int region = 0; region < 2; region++) {
            nodes.add(node("region-" + region, NodeKind.REGION, Optional.empty()));
        }
        for (int manager = 0; manager < 10; manager++) {
            nodes.add(node("manager-" + manager, NodeKind.MANAGER, Optional.of("region-" + manager / 5)));
        }
        for (int seller = 0; seller < SELLERS; seller++) {
            nodes.add(node("seller-" + seller, NodeKind.SELLER, Optional.of("manager-" + seller / 20)));
        }
        return new PipelineBatch(nodes, List.of(), List.of(), List.of(), List.of());
    }

    PipelineBatch deals(int from, int to) {
        List<DealHistory> deals = new ArrayList<>();
        for (int number = from; number < to; number++) {
            deals.add(deal(number));
        }
        return new PipelineBatch(List.of(), List.of(), List.of(), deals, List.of());
    }

    private DealHistory deal(int number) {
        Instant begun = now.minusSeconds(86_400 + random.nextInt((int) YEARS.toSeconds() - 86_400));
        Instant end = begun.plusSeconds(86_400L * (30 + random.nextInt(270)));
        boolean open = end.isAfter(now);
        Instant last = open ? now : end;
        Duration step = Duration.between(begun, last).dividedBy(EVENTS);
        LocalDate close = day(end).plusDays(random.nextInt(60) - 60);
        int seller = random.nextInt(SELLERS);
        BigDecimal amount = BigDecimal.valueOf(500_000 + random.nextInt(50_000_000), 2);
        List<DealState> states = new ArrayList<>();
        for (int i = 1; i <= EVENTS; i++) {
            if (random.nextInt(8) == 0) {
                close = close.plusDays(random.nextInt(40) - 10);
            }
            if (random.nextInt(200) == 0) {
                seller = random.nextInt(SELLERS);
            }
            amount = amount.add(BigDecimal.valueOf(1 + random.nextInt(100_000), 2));
            boolean closing = !open && i == EVENTS;
            states.add(state(number, begun, begun.plus(step.multipliedBy(i - 1)), seller, amount, close, closing));
        }
        return new DealHistory(ref("deal", String.valueOf(number)), states);
    }

    private DealState state(
            int number, Instant begun, Instant since, int seller, BigDecimal amount, LocalDate close, boolean closing) {
        OpportunityStatus status = !closing
                ? OpportunityStatus.OPEN
                : random.nextInt(3) == 0 ? OpportunityStatus.WON : OpportunityStatus.LOST;
        return new DealState(
                since,
                "Deal " + number,
                Optional.empty(),
                Optional.of(ref("node", "seller-" + seller)),
                Optional.empty(),
                closing ? status.name() : "Engaging",
                status,
                category(status),
                Optional.of(new Money(amount, "EUR")),
                Optional.of(closing ? day(since) : close),
                day(begun),
                Optional.empty(),
                Optional.empty(),
                closing ? Optional.of("decided") : Optional.empty());
    }

    private static ForecastCategory category(OpportunityStatus status) {
        return switch (status) {
            case WON -> ForecastCategory.CLOSED;
            case LOST, CANCELLED -> ForecastCategory.OMITTED;
            case OPEN, ON_HOLD -> ForecastCategory.PIPELINE;
        };
    }

    private static NodeRecord node(String name, NodeKind kind, Optional<String> parent) {
        return new NodeRecord(ref("node", name), name, kind, parent.map(above -> ref("node", above)));
    }

    private static ExternalRef ref(String type, String id) {
        return new ExternalRef("bench", type, id);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
