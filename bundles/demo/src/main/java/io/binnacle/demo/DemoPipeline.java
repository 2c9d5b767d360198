package io.binnacle.demo;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.pipeline.api.PipelineBatch.TargetRecord;
import io.binnacle.pipeline.api.Target;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.simulator.CloudService;
import io.binnacle.platform.simulator.Customer;
import io.binnacle.platform.simulator.Deal;
import io.binnacle.platform.simulator.DealState.Stage;
import io.binnacle.platform.simulator.Quota;
import io.binnacle.platform.simulator.Seat;
import io.binnacle.platform.simulator.World;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Tells the pipeline what was simulated. */
final class DemoPipeline {

    private final FiscalCalendar calendar;

    DemoPipeline(FiscalCalendar calendar) {
        this.calendar = calendar;
    }

    PipelineBatch batch(World world) {
        return new PipelineBatch(
                world.seats().stream().map(DemoPipeline::node).toList(),
                world.customers().stream().map(DemoPipeline::account).toList(),
                world.services().stream().map(DemoPipeline::product).toList(),
                world.deals().stream().map(DemoPipeline::deal).toList(),
                world.quotas().stream().map(this::target).toList());
    }

    static Money money(long euros) {
        return new Money(BigDecimal.valueOf(euros), World.CURRENCY);
    }

    private static NodeRecord node(Seat seat) {
        NodeKind kind = NodeKind.valueOf(seat.level().name());
        return new NodeRecord(
                DemoRefs.seat(seat.id()), seat.name(), kind, seat.parent().map(DemoRefs::seat));
    }

    private static AccountRecord account(Customer customer) {
        return new AccountRecord(
                DemoRefs.customer(customer.id()),
                customer.name(),
                customer.group().map(DemoRefs::customer),
                Optional.of(customer.industry()),
                Optional.of(customer.region()));
    }

    /** Services are sold by consumption, so they have no list price. */
    private static ProductRecord product(CloudService service) {
        return new ProductRecord(
                DemoRefs.service(service.id()), service.name(), Optional.of(service.family()), Optional.empty());
    }

    private static DealHistory deal(Deal deal) {
        return new DealHistory(
                DemoRefs.deal(deal.id()),
                deal.states().stream().map(DemoPipeline::state).toList());
    }

    private static DealState state(io.binnacle.platform.simulator.DealState state) {
        return new DealState(
                state.at(),
                state.name(),
                Optional.of(DemoRefs.customer(state.customer())),
                Optional.of(DemoRefs.seat(state.owner())),
                Optional.of(DemoRefs.service(state.service())),
                word(state.stage()),
                OpportunityStatus.valueOf(state.status().name()),
                ForecastCategory.valueOf(state.confidence().name()),
                state.amount().map(DemoPipeline::money),
                Optional.of(state.closeDate()),
                state.createdOn(),
                state.nextStep(),
                state.nextActivity(),
                state.reasonClosed());
    }

    private static String word(Stage stage) {
        return stage.name().charAt(0) + stage.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** A quota counts for the fiscal quarter in which its calendar quarter begins. */
    private TargetRecord target(Quota quota) {
        String quarter = calendar.quarterOf(quota.firstMonth().atDay(1)).name();
        return new TargetRecord(DemoRefs.seat(quota.seat()), Target.Metric.BOOKED, quarter, money(quota.amount()));
    }
}
