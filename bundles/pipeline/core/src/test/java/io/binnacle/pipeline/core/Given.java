package io.binnacle.pipeline.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the tests of the pipeline start from. */
public final class Given {

    public static final Principal SELLER = new Principal("ann", io.binnacle.platform.api.security.Role.SELLER);
    public static final PipelineSettings SETTINGS =
            new PipelineSettings(new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC), "USD");

    private Given() {}

    public static ExternalRef ref(String type, String id) {
        return new ExternalRef("test", type, id);
    }

    public static NodeRecord node(String name, NodeKind kind, String parent) {
        return new NodeRecord(
                ref("node", name), name, kind, Optional.ofNullable(parent).map(id -> ref("node", id)));
    }

    /** A region with a manager, who has two sellers. */
    public static List<NodeRecord> team() {
        return List.of(
                node("Ann", NodeKind.SELLER, "Mia"),
                node("Bob", NodeKind.SELLER, "Mia"),
                node("Mia", NodeKind.MANAGER, "North"),
                node("North", NodeKind.REGION, null));
    }

    /** An account that is there. */
    public static UUID account(TestDatabase db, String name) {
        var record = new PipelineBatch.AccountRecord(
                ref("account", name), name, Optional.empty(), Optional.empty(), Optional.empty());
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        new PipelineBatch(List.of(), List.of(record), List.of(), List.of(), List.of()),
                        SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        return new StoredAccounts(db.database())
                .all().stream()
                        .filter(account -> account.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    public static PipelineBatch batch(List<NodeRecord> nodes, DealHistory... deals) {
        return new PipelineBatch(nodes, List.of(), List.of(), List.of(deals), List.of());
    }

    public static DealHistory deal(String id, DealState... states) {
        return new DealHistory(ref("deal", id), List.of(states));
    }

    public static DealState open(String since, String owner, String amount) {
        return state(since, owner, OpportunityStatus.OPEN, amount, null);
    }

    public static DealState won(String on, String owner, String amount) {
        return state(on, owner, OpportunityStatus.WON, amount, on);
    }

    public static DealState lost(String on, String owner, String amount) {
        return state(on, owner, OpportunityStatus.LOST, amount, on);
    }

    /** @param amount such as {@code 100 EUR}, or {@code null} */
    public static DealState state(
            String since, String owner, OpportunityStatus status, String amount, String closeDate) {
        return new DealState(
                instant(since),
                "A deal",
                Optional.empty(),
                Optional.ofNullable(owner).map(name -> ref("node", name)),
                Optional.empty(),
                status == OpportunityStatus.OPEN ? "Engaging" : status.name(),
                status,
                category(status),
                Optional.ofNullable(amount).map(Given::money),
                Optional.ofNullable(closeDate).map(LocalDate::parse),
                LocalDate.parse("2026-01-05"),
                Optional.empty(),
                Optional.empty(),
                status.isClosed() ? Optional.of("price") : Optional.empty());
    }

    public static Instant instant(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public static Money money(String text) {
        String[] parts = text.split(" ");
        return Money.of(parts[0], parts[1]);
    }

    public static ObjectNode json(String text) {
        return Json.read(text.replace('\'', '"'), ObjectNode.class);
    }

    private static ForecastCategory category(OpportunityStatus status) {
        return switch (status) {
            case WON -> ForecastCategory.CLOSED;
            case LOST, CANCELLED -> ForecastCategory.OMITTED;
            case OPEN, ON_HOLD -> ForecastCategory.PIPELINE;
        };
    }
}
