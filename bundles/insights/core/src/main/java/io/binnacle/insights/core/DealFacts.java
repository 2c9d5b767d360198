package io.binnacle.insights.core;

import io.binnacle.insights.api.Evidence;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Deals and amounts in the words of insights. */
final class DealFacts {

    private DealFacts() {}

    static String subject(Opportunity deal) {
        return "opportunity/" + deal.id();
    }

    /** The name on one line, whatever an import brought. */
    static String name(Opportunity deal) {
        return "“" + oneLine(deal.name()) + "”";
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    static List<Evidence> evidence(Opportunity deal, String fact, Instant now) {
        String amount = deal.amount().map(DealFacts::words).orElse("no amount");
        return List.of(new Evidence(
                "/api/v1/pipeline/opportunities/" + deal.id(), deal.stage() + ", " + fact + ", " + amount, now));
    }

    static String words(Money money) {
        return words(money.amount(), money.currency());
    }

    static String words(BigDecimal amount, String currency) {
        return String.format(
                Locale.ROOT, "%,d %s", amount.setScale(0, RoundingMode.HALF_UP).toBigInteger(), currency);
    }
}
