package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.core.Given.instant;
import static io.binnacle.pipeline.core.Given.node;
import static io.binnacle.pipeline.core.Given.ref;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.core.Given;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The eighteen deals of the golden vector: the period is Q4 2026, the window 5 October to 2 November. */
final class Golden {

    private static final String USUAL = "2026-12-10";

    private record Facts(
            String since,
            String owner,
            long amount,
            String close,
            OpportunityStatus status,
            boolean omitted,
            boolean deleted) {

        Facts on(String day) {
            return new Facts(day, owner, amount, close, status, omitted, deleted);
        }

        Facts owner(String name) {
            return new Facts(since, name, amount, close, status, omitted, deleted);
        }

        Facts amount(long value) {
            return new Facts(since, owner, value, close, status, omitted, deleted);
        }

        Facts close(String day) {
            return new Facts(since, owner, amount, day, status, omitted, deleted);
        }

        Facts status(OpportunityStatus value) {
            return new Facts(since, owner, amount, close, value, omitted, deleted);
        }

        Facts omit() {
            return new Facts(since, owner, amount, close, status, true, deleted);
        }

        Facts delete() {
            return new Facts(since, owner, amount, close, status, omitted, true);
        }
    }

    private Golden() {}

    static PipelineBatch batch() {
        return Given.batch(
                List.of(
                        node("M", NodeKind.MANAGER, null),
                        node("R1", NodeKind.SELLER, "M"),
                        node("R2", NodeKind.SELLER, "M"),
                        node("X", NodeKind.SELLER, null)),
                deals().toArray(DealHistory[]::new));
    }

    private static List<DealHistory> deals() {
        return List.of(
                deal("D01", begun("R1", 100_000)),
                deal("D02", begun("R1", 200_000), d -> d.on("2026-10-14").amount(260_000)),
                deal("D03", begun("R2", 150_000), d -> d.on("2026-10-14").amount(120_000)),
                deal("D04", begun("R1", 80_000), d -> d.on("2026-10-12").amount(90_000), won("2026-10-20")),
                deal("D05", begun("R2", 50_000), d -> closed(d, "2026-10-21", OpportunityStatus.LOST)),
                deal(
                        "D06",
                        begun("R2", 300_000),
                        d -> d.on("2026-10-15").amount(280_000),
                        close("2026-10-16", "2027-02-15")),
                deal("D07", begun("R1", 70_000).on("2026-10-12")),
                deal("D08", begun("R2", 40_000).on("2026-10-10"), won("2026-10-28")),
                deal("D09", begun("R1", 110_000).close("2027-01-20"), d -> d.on("2026-10-13")
                        .amount(115_000)
                        .close("2026-12-15")),
                deal("D10", begun("R1", 60_000), d -> d.on("2026-10-09").owner("X")),
                deal("D11", begun("X", 45_000), d -> d.on("2026-10-09").owner("R2")),
                deal("D12", begun("R1", 90_000), d -> d.on("2026-10-09").owner("R2")),
                deal("D13", begun("R1", 30_000).close("2026-09-25"), close("2026-10-08", "2026-11-20")),
                deal(
                        "D14",
                        begun("R2", 25_000).close("2026-09-01"),
                        d -> d.on("2026-09-01").status(OpportunityStatus.LOST),
                        d -> d.on("2026-10-19").status(OpportunityStatus.OPEN).close(USUAL)),
                deal("D15", begun("R2", 20_000), d -> d.on("2026-10-11").delete()),
                deal(
                        "D16",
                        begun("R1", 500_000).close("2027-03-01"),
                        d -> closed(d.amount(480_000), "2026-10-30", OpportunityStatus.WON)),
                deal("D17", begun("R2", 35_000), close("2026-10-15", "2027-01-31"), close("2026-10-25", USUAL)),
                deal("D18", begun("R1", 15_000), d -> d.on("2026-10-17").omit()));
    }

    private static Facts begun(String owner, long amount) {
        return new Facts("2026-08-01", owner, amount, USUAL, OpportunityStatus.OPEN, false, false);
    }

    private static UnaryOperator<Facts> won(String day) {
        return deal -> closed(deal, day, OpportunityStatus.WON);
    }

    private static UnaryOperator<Facts> close(String since, String day) {
        return deal -> deal.on(since).close(day);
    }

    private static Facts closed(Facts deal, String day, OpportunityStatus status) {
        return deal.on(day).status(status).close(day);
    }

    @SafeVarargs
    private static DealHistory deal(String id, Facts begun, UnaryOperator<Facts>... changes) {
        List<DealState> states = new ArrayList<>();
        Facts facts = begun;
        states.add(state(id, facts));
        for (UnaryOperator<Facts> change : changes) {
            facts = change.apply(facts);
            states.add(state(id, facts));
        }
        return Given.deal(id, states.toArray(DealState[]::new));
    }

    private static DealState state(String name, Facts facts) {
        boolean closed = facts.status().isClosed();
        return new DealState(
                instant(facts.since()),
                name,
                Optional.empty(),
                Optional.of(ref("node", facts.owner())),
                Optional.empty(),
                closed ? facts.status().name() : "Engaging",
                facts.status(),
                category(facts),
                Optional.of(Given.money(facts.amount() + " EUR")),
                Optional.of(LocalDate.parse(facts.close())),
                LocalDate.parse("2026-08-01"),
                Optional.empty(),
                Optional.empty(),
                closed ? Optional.of("price") : Optional.empty(),
                "standard",
                Optional.empty(),
                facts.deleted(),
                java.util.Map.of());
    }

    private static ForecastCategory category(Facts facts) {
        if (facts.status() == OpportunityStatus.WON) {
            return ForecastCategory.CLOSED;
        }
        return facts.omitted() || facts.status() == OpportunityStatus.LOST
                ? ForecastCategory.OMITTED
                : ForecastCategory.PIPELINE;
    }
}
