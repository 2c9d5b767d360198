package io.binnacle.industry.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import java.util.function.Consumer;

/** A small pack that is in order, to be spoilt by tests. */
final class Packs {

    private static final String GOOD = """
            {"id": "mining", "version": "1.0.0", "name": "Mining", "accountIndustries": ["mining", "Quarrying"],
             "taxonomy": [{"scheme": "ISIC4", "code": "B", "title": "Mining and quarrying"},
                          {"scheme": "NAICS2022", "code": "212", "title": "Mining (except Oil and Gas)"}],
             "kpis": [{"key": "unit-cost", "name": "Unit cost", "unit": "money per tonne", "better": "LOWER",
                       "definition": "operating cost divided by tonnes", "source": "a textbook",
                       "drivers": [{"key": "fuel", "name": "Fuel", "unit": "litres per tonne", "better": "LOWER",
                                    "definition": "litres divided by tonnes", "source": "a textbook"}]}],
             "levers": [{"key": "less-fuel", "name": "Burn less fuel", "driver": "fuel", "unit": "money a year",
                         "formula": "cost * share / 100 * saved / 100",
                         "variables": [{"name": "cost", "description": "operating cost a year", "unit": "money"},
                                       {"name": "share", "description": "share of fuel in it", "unit": "%",
                                        "typical": {"low": 10, "high": 30, "n": 12, "source": "a survey"}},
                                       {"name": "saved", "description": "share of fuel saved", "unit": "%"}],
                         "sentence": "Saving {saved} % of fuel is worth {value} {currency} a year ({low} to {high})."}],
             "benchmarks": [{"metric": "gross-margin", "segment": "Metals", "unit": "%", "n": 74, "mean": 21.5,
                             "percentiles": {"25": 10, "75": 30}, "source": "a survey", "date": "2025-01-05",
                             "licence": "CC BY 4.0"}],
             "planTemplate": {"vision": "Dig less, earn more.",
                              "objectives": [{"key": "O1", "statement": "Lower unit cost", "kpi": "unit-cost"}],
                              "initiatives": [{"key": "I1", "name": "Fuel", "objectives": ["O1"]}]},
             "plays": [{"key": "visit", "name": "Visit the pit", "trigger": "a new site", "exit": "seen",
                        "steps": [{"role": "seller", "action": "go there"}]}],
             "rules": [{"id": "stuck", "severity": "WARNING", "title": "{deal} of {account} is stuck",
                        "conditions": [{"metric": "DAYS_OPEN", "atLeast": 365}]}],
             "calendar": {"fiscalYearStart": 7, "note": "Australian miners",
                          "seasonality": {"shares": [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05],
                                          "source": "a series", "computation": "by hand"}}}
            """;

    private Packs() {}

    static PackContent good() {
        return PackFile.content(json());
    }

    static PackContent spoilt(Consumer<ObjectNode> by) {
        ObjectNode json = (ObjectNode) json();
        by.accept(json);
        return PackFile.content(json);
    }

    static JsonNode json() {
        return Json.read(GOOD, JsonNode.class);
    }
}
