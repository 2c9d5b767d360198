package io.binnacle.forecasting.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How consumption stands in the journal.
 *
 * <p>An account's use of a service is one entity, and a month is one field of it: a restatement is then an
 * ordinary patch, and the journal's own reads say what held or was known at any time. Every patch names
 * account and service, since any event may be the earliest that a reader gets to see.
 */
final class UsageJournal {

    static final String TYPE = "consumption";

    private UsageJournal() {}

    static EntityRef entity(UUID series) {
        return new EntityRef(TYPE, series);
    }

    static Change change(UUID series, ConsumptionPoint point, String actor, String cause, Clock clock) {
        ObjectNode patch = Json.object();
        patch.put("account", point.account().toString());
        patch.put("service", point.service());
        ObjectNode month = patch.putObject("months").putObject(point.month().toString());
        month.put("amount", point.amount().amount());
        month.put("currency", point.amount().currency());
        month.put("status", point.status().name());
        return new Change(entity(series), validSince(point.month(), clock), actor, cause, patch);
    }

    // What was used in a month holds when it has ended, whenever that becomes known; a figure from within the
    // month holds at once. So a later figure for a month never has an earlier valid time.
    private static Instant validSince(YearMonth month, Clock clock) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant now = clock.instant();
        return now.isBefore(end) ? now : end;
    }

    static List<ConsumptionPoint> points(EntityState state) {
        ObjectNode fields = state.fields();
        UUID account = UUID.fromString(fields.required("account").textValue());
        String service = fields.required("service").textValue();
        List<ConsumptionPoint> points = new ArrayList<>();
        for (Map.Entry<String, JsonNode> month : fields.required("months").properties()) {
            points.add(point(account, service, YearMonth.parse(month.getKey()), month.getValue()));
        }
        return points;
    }

    private static ConsumptionPoint point(UUID account, String service, YearMonth month, JsonNode value) {
        Money amount = new Money(
                value.required("amount").decimalValue(),
                value.required("currency").textValue());
        return new ConsumptionPoint(
                account,
                service,
                month,
                amount,
                ConsumptionPoint.Status.valueOf(value.required("status").textValue()));
    }
}
