package io.binnacle.platform.testkit;

import io.binnacle.pipeline.api.Account;
import io.binnacle.pipeline.api.Accounts;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.platform.api.time.FiscalCalendar;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Accounts and deals in memory, as far as insight rules read them, for rules whose bundle has no database. */
public final class Book {

    private final List<Account> accounts = new ArrayList<>();
    private final List<Opportunity> deals = new ArrayList<>();

    /** Adds an account; the industry may be null. */
    public UUID account(String name, String industry) {
        UUID id = new UUID(3, accounts.size());
        accounts.add(
                new Account(id, name, Optional.empty(), Optional.ofNullable(industry), Optional.empty(), List.of(), 1));
        return id;
    }

    /** Adds a deal with ISO dates; account, first and present close date may be null. */
    public Book deal(
            String name, UUID account, OpportunityStatus status, String created, String firstClose, String close) {
        deals.add(new Opportunity(
                new UUID(7, deals.size()),
                name,
                Optional.ofNullable(account),
                Optional.empty(),
                Optional.empty(),
                "Engaging",
                status,
                ForecastCategory.PIPELINE,
                Optional.empty(),
                Optional.ofNullable(close).map(LocalDate::parse),
                Optional.ofNullable(firstClose).map(LocalDate::parse),
                LocalDate.parse(created),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1));
        return this;
    }

    /** The accounts, all or one. */
    public Accounts accounts() {
        return answering(
                Accounts.class, Map.of("all", arguments -> List.copyOf(accounts), "find", arguments -> accounts.stream()
                        .filter(account -> account.id().equals(arguments[0]))
                        .findFirst()));
    }

    /** The deals, listed by status. */
    public Opportunities opportunities() {
        return answering(Opportunities.class, Map.of("list", arguments -> {
            OpportunityStatus wanted =
                    ((OpportunityFilter) arguments[0]).status().orElseThrow();
            return deals.stream().filter(deal -> deal.status() == wanted).toList();
        }));
    }

    /** A fiscal calendar from January, in UTC. */
    public Rollups rollups() {
        FiscalCalendar calendar = new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC);
        return answering(Rollups.class, Map.of("calendar", arguments -> calendar));
    }

    private static <T> T answering(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).apply(arguments)));
    }
}
