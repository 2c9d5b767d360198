package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What happens to one deal from its first day. */
final class DealLife {

    private static final Map<String, List<String>> PURPOSES = Map.of(
            "compute", List.of("data-centre exit", "core migration", "peak capacity", "regional landing zone"),
            "storage", List.of("archive", "media library", "backup", "sensor data"),
            "database", List.of("ledger modernisation", "licence exit", "order system", "master data"),
            "analytics", List.of("risk reporting", "demand planning", "customer 360", "margin insight"),
            "ai", List.of("service assistant", "document processing", "quality inspection", "fraud detection"),
            "security", List.of("zero trust", "compliance monitoring", "identity", "threat response"),
            "collaboration", List.of("digital workplace", "frontline staff", "partner network", "contact centre"),
            "support", List.of("year-round operations", "critical season", "platform team", "migration phase"));

    private final Territories territories;
    private final LocalDate end;

    DealLife(Territories territories, LocalDate end) {
        this.territories = territories;
        this.end = end;
    }

    /** The states that a deal which begins on {@code begun} has gone through before the end. */
    List<DealState> of(Customer customer, LocalDate begun, Appetite appetite, Dice dice) {
        CloudService service = dice.oneOf(Market.services());
        Course course = Course.from(begun, appetite.winRate(), dice.named("course"));
        Timeline timeline = new Timeline();
        new StageMoves().plan(course, timeline, dice.named("stages"));
        new Amounts(service.typicalDeal() * appetite.size()).plan(course, timeline, dice.named("amounts"));
        new CloseDates().plan(course, timeline, dice.named("close dates"));
        new HandOvers(territories).plan(course, timeline, dice.named("hand-overs"));
        new Activities().plan(course, timeline, dice.named("activities"));
        new Endings().plan(course, timeline, dice.named("ending"));
        return timeline.play(draft(customer, service, begun, dice), end, dice.named("time of day"));
    }

    private DealDraft draft(Customer customer, CloudService service, LocalDate begun, Dice dice) {
        String purpose = dice.oneOf(PURPOSES.get(service.id()));
        String name = "%s: %s for %s".formatted(customer.name(), service.name(), purpose);
        return new DealDraft(name, customer, service, territories.sellerFor(customer, begun, dice), begun);
    }
}
