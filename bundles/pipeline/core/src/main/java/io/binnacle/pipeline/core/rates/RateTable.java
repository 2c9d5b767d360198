package io.binnacle.pipeline.core.rates;

import static io.binnacle.pipeline.api.PipelineError.RATE_MISSING;

import io.binnacle.pipeline.api.Converted;
import io.binnacle.pipeline.api.CurrencyConversion.Converter;
import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.RateUsed;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.FiscalYear;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All rates of one moment, found by pair, kind and day. */
final class RateTable implements Converter {

    private record Series(ExchangeRate.Kind kind, String from, String to) {}

    private record Question(String from, String to, RatePolicy policy, LocalDate on) {}

    private final Map<Series, NavigableMap<LocalDate, ExchangeRate>> rates = new HashMap<>();
    private final Map<Question, Optional<RateUsed>> answers = new ConcurrentHashMap<>();
    private final String base;
    private final PeriodCalendar calendar;

    RateTable(List<ExchangeRate> all, String base, PeriodCalendar calendar) {
        this.base = base;
        this.calendar = calendar;
        all.forEach(rate -> rates.computeIfAbsent(
                        new Series(rate.kind(), rate.from(), rate.to()), series -> new TreeMap<>())
                .put(rate.date(), rate));
    }

    @Override
    public Converted convert(Money amount, String to, RatePolicy policy, LocalDate on) {
        if (amount.currency().equals(to)) {
            return new Converted(amount, Optional.empty());
        }
        Question question = new Question(amount.currency(), to, policy, on);
        RateUsed used = answers.computeIfAbsent(question, this::answer).orElseThrow(() -> missing(question));
        Money exact = new Money(amount.amount().multiply(used.rate()), to);
        return new Converted(exact.rounded(), Optional.of(used));
    }

    private Optional<RateUsed> answer(Question question) {
        return leg(question).or(() -> overBase(question));
    }

    private Optional<RateUsed> overBase(Question question) {
        Optional<RateUsed> first = leg(new Question(question.from(), base, question.policy(), question.on()));
        Optional<RateUsed> second = leg(new Question(base, question.to(), question.policy(), question.on()));
        return first.flatMap(in -> second.map(out -> new RateUsed(
                question.from(),
                question.to(),
                in.rate().multiply(out.rate()),
                List.of(in.via().get(0), out.via().get(0)))));
    }

    private Optional<RateUsed> leg(Question question) {
        return find(question, question.from(), question.to())
                .map(rate -> used(question, rate.rate(), rate))
                .or(() -> find(question, question.to(), question.from())
                        .map(rate -> used(question, inverse(rate.rate()), rate)));
    }

    private Optional<ExchangeRate> find(Question question, String from, String to) {
        boolean plan = question.policy() == RatePolicy.PLAN;
        Series series = new Series(plan ? ExchangeRate.Kind.PLAN : ExchangeRate.Kind.SPOT, from, to);
        NavigableMap<LocalDate, ExchangeRate> dated = rates.getOrDefault(series, new TreeMap<>());
        return plan
                ? inYear(dated, question.on())
                : Optional.ofNullable(dated.floorEntry(question.on())).map(Map.Entry::getValue);
    }

    private Optional<ExchangeRate> inYear(NavigableMap<LocalDate, ExchangeRate> dated, LocalDate on) {
        if (!calendar.covers(on)) {
            return Optional.empty();
        }
        FiscalYear year = calendar.yearOf(on);
        return Optional.ofNullable(dated.floorEntry(year.end()))
                .map(Map.Entry::getValue)
                .filter(rate -> year.contains(rate.date()));
    }

    private static RateUsed used(Question question, BigDecimal rate, ExchangeRate source) {
        return new RateUsed(question.from(), question.to(), rate, List.of(source));
    }

    private static BigDecimal inverse(BigDecimal rate) {
        return BigDecimal.ONE.divide(rate, MathContext.DECIMAL128);
    }

    private PlatformException missing(Question question) {
        return RATE_MISSING
                .because(
                        "there is no %s from %s to %s%s, nor one over %s; set it with PUT /api/v1/pipeline/rates",
                        question.policy() == RatePolicy.PLAN ? "plan rate" : "spot rate",
                        question.from(),
                        question.to(),
                        when(question),
                        base)
                .at("/rates");
    }

    private String when(Question question) {
        if (question.policy() != RatePolicy.PLAN) {
            return " on or before " + question.on();
        }
        return calendar.covers(question.on())
                ? " dated in fiscal year " + calendar.yearOf(question.on()).year() + ", which has " + question.on()
                : " for " + question.on() + ", which is in no fiscal year of the standard calendar";
    }
}
