package io.binnacle.pipeline.core.moves;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.stages.Passage;
import io.binnacle.pipeline.api.stages.StageVisit;
import io.binnacle.pipeline.api.stages.StageVisit.Kind;
import io.binnacle.pipeline.core.stages.Cause;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lays the events of one deal over each other and keeps what each of them says of its stage. */
final class VisitFold {

    private static final Comparator<Event> BY_VALID_TIME =
            Comparator.comparing(Event::validTime).thenComparing(Event::seq);

    /** A deal since an event. */
    private record Point(Opportunity deal, Event event) {

        boolean isGone() {
            return deal.status().isClosed() || deal.deleted();
        }

        boolean isWhere(Point other) {
            return deal.stage().equals(other.deal.stage()) && deal.pipeline().equals(other.deal.pipeline());
        }
    }

    private final Directions directions;
    private final Instant now;
    private final List<StageVisit> visits = new ArrayList<>();
    private Optional<Point> entered = Optional.empty();
    private Optional<Point> before = Optional.empty();
    private Kind kind = Kind.START;
    private Optional<Integer> steps = Optional.empty();
    private Duration held = Duration.ZERO;

    /** @param now up to when a visit lasts that has not ended */
    VisitFold(Directions directions, Instant now) {
        this.directions = directions;
        this.now = now;
    }

    List<StageVisit> of(List<Event> history, AsOf asOf) {
        points(history, asOf).forEach(this::step);
        hold(now);
        entered.ifPresent(point -> visits.add(visit(point, Optional.empty())));
        return visits;
    }

    /** Whether another system says so, not a person. */
    static boolean isImport(Event event) {
        return event.cause().startsWith(Cause.IMPORT);
    }

    private static List<Point> points(List<Event> history, AsOf asOf) {
        List<Point> points = new ArrayList<>();
        ObjectNode fields = Json.object();
        List<Event> known = history.stream()
                .filter(event -> !event.validTime().isAfter(asOf.validAt())
                        && !event.recordedTime().isAfter(asOf.knownAt()))
                .sorted(BY_VALID_TIME)
                .toList();
        for (Event event : known) {
            fields = Fields.merge(fields, event.patch());
            points.add(new Point(Fields.read(event.entity().id(), event.seq(), fields, Opportunity.class), event));
        }
        return points;
    }

    private void step(Point point) {
        hold(point.event().validTime());
        if (entered.isPresent() && (point.isGone() || !point.isWhere(entered.get()))) {
            leave(point);
        }
        if (entered.isEmpty() && !point.isGone()) {
            enter(point);
        }
        before = Optional.of(point);
    }

    private void hold(Instant until) {
        before.filter(point -> point.deal().status() == OpportunityStatus.ON_HOLD)
                .ifPresent(
                        point -> held = held.plus(Duration.between(point.event().validTime(), until)));
    }

    private void enter(Point point) {
        steps = before.filter(from -> !from.isGone()).flatMap(from -> steps(from, point));
        kind = kind(point);
        entered = Optional.of(point);
        held = Duration.ZERO;
    }

    /** What is corrected at the very moment of entering was never there. */
    private void leave(Point point) {
        Point from = entered.orElseThrow();
        if (from.event().validTime().isBefore(point.event().validTime())) {
            visits.add(visit(from, Optional.of(point)));
        }
        entered = Optional.empty();
    }

    private Optional<Integer> steps(Point from, Point to) {
        return from.deal().pipeline().equals(to.deal().pipeline())
                ? directions.steps(
                        to.deal().pipeline(),
                        from.deal().stage(),
                        to.deal().stage(),
                        to.event().validTime())
                : Optional.empty();
    }

    private Kind kind(Point to) {
        if (isImport(to.event())) {
            return Kind.IMPORT;
        }
        if (before.isEmpty()) {
            return Kind.START;
        }
        if (before.get().isGone()) {
            return Kind.RETURN;
        }
        return steps.map(places -> places < 0 ? Kind.REGRESSION : places > 1 ? Kind.SKIP : Kind.FORWARD)
                .orElse(Kind.UNORDERED);
    }

    private StageVisit visit(Point in, Optional<Point> out) {
        Instant until = out.map(point -> point.event().validTime()).orElse(now);
        return new StageVisit(
                in.deal().pipeline(),
                in.deal().stage(),
                kind,
                steps,
                passage(in.event()),
                out.map(point -> passage(point.event())),
                out.map(point -> point.deal().status()).filter(OpportunityStatus::isClosed),
                Duration.between(in.event().validTime(), until).toDays(),
                held.toDays());
    }

    private static Passage passage(Event event) {
        Cause cause = Cause.read(event.cause());
        return new Passage(
                event.validTime(),
                event.recordedTime(),
                event.actor(),
                cause.reason(),
                cause.criteria(),
                cause.evidence());
    }
}
