package io.binnacle.pipeline.core.imports.formats;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.api.imports.ImportRow;
import io.binnacle.platform.api.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row of sales_pipeline: a deal of which two days are known, its engagement and its close. */
record MavenDeal(
        Optional<String> id,
        Optional<String> agentName,
        Optional<String> productName,
        Optional<String> accountName,
        Optional<MavenStage> reached,
        Optional<LocalDate> engaged,
        Optional<LocalDate> closed,
        Optional<Money> value,
        LocalDate began) {

    private static final String NO_REASON = "no reason in the source";
    private static final int LONGEST_NAME = 200;

    static MavenDeal of(ImportRow row, ImportContext context) {
        row.required("product");
        row.required("deal_stage");
        Optional<LocalDate> engaged = row.date("engage_date");
        MavenDeal deal = new MavenDeal(
                row.required("opportunity_id"),
                row.required("sales_agent"),
                Maven.spelt(row, "product"),
                row.text("account"),
                row.parsed("deal_stage", "UNKNOWN_STAGE", "the stages are " + MavenStage.all(), MavenStage::of),
                engaged,
                row.date("close_date"),
                row.amount("close_value").map(value -> new Money(value, context.currency())),
                engaged.orElseGet(row::lastDay));
        deal.reached.ifPresent(stage -> deal.check(stage, row, context));
        return deal;
    }

    ExternalRef ref() {
        return Maven.opportunity(id.orElseThrow());
    }

    ExternalRef agent() {
        return Maven.agent(agentName.orElseThrow());
    }

    ExternalRef product() {
        return Maven.product(productName.orElseThrow());
    }

    Optional<ExternalRef> account() {
        return accountName.map(Maven::account);
    }

    String stage() {
        return reached.orElseThrow().text();
    }

    /** The deal when it began and, when it has ended, at its end. */
    DealHistory history(ImportContext context) {
        MavenStage stage = reached.orElseThrow();
        List<DealState> states = new ArrayList<>();
        if (stage.isClosed()) {
            states.add(state(MavenStage.ENGAGING, began, Optional.empty(), Optional.empty(), context));
            states.add(state(stage, closed.orElseThrow(), closed, value, context));
        } else {
            states.add(state(stage, began, closed, value, context));
        }
        return new DealHistory(ref(), states, HistoryQuality.STAGE_ONLY);
    }

    private DealState state(
            MavenStage stage,
            LocalDate since,
            Optional<LocalDate> closeDate,
            Optional<Money> amount,
            ImportContext context) {
        return new DealState(
                context.start(since),
                name(),
                account(),
                Optional.of(agent()),
                Optional.of(product()),
                stage.text(),
                stage.status(),
                stage.category(),
                amount,
                closeDate,
                began,
                Optional.empty(),
                Optional.empty(),
                stage.isClosed() ? Optional.of(NO_REASON) : Optional.empty());
    }

    private String name() {
        String name = accountName.orElse("(no account)") + " - " + productName.orElseThrow();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private void check(MavenStage stage, ImportRow row, ImportContext context) {
        Ahead.refuse(row, "engage_date", engaged, context);
        if (stage != MavenStage.PROSPECTING) {
            row.required("engage_date");
        } else if (engaged.isEmpty()) {
            row.warning("engage_date", "ASSUMED_DATE", "taken as " + began + ", the latest day in the file");
        }
        if (stage.isClosed()) {
            Ahead.refuse(row, "close_date", closed, context);
            row.required("close_date");
            row.required("close_value");
        }
        if (engaged.isPresent() && closed.filter(day -> day.isBefore(began)).isPresent()) {
            row.error("close_date", "IMPOSSIBLE_DATE", "lies before engage_date " + began);
        }
    }
}
