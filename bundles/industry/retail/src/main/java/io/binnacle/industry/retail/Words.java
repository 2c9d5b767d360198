package io.binnacle.industry.retail;

import io.binnacle.insights.api.Evidence;
import java.time.Instant;
import java.util.Locale;

/** Trading events in the words of insights. */
final class Words {

    private Words() {}

    static String quoted(String text) {
        return "“" + text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip() + "”";
    }

    static Evidence evidence(TradingEvent event, Instant now) {
        return new Evidence(
                TradingCalendarRoutes.CALENDAR + "?account=" + event.account(),
                event.kind().name().toLowerCase(Locale.ROOT) + " " + quoted(event.name()) + " from " + event.firstDay()
                        + " to " + event.lastDay(),
                now);
    }
}
