package io.binnacle.industry.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.industry.api.GoldenTests;
import io.binnacle.industry.api.IndustryPack;
import io.binnacle.industry.api.PackContent;
import io.binnacle.industry.api.PackFile;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.plugin.PluginContent;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small industry, in versions that differ by their name. */
final class Packs {

    private static final String PACK = """
            {"id": "mining", "version": "1.0.0", "name": "NAME", "accountIndustries": ["Mining"],
             "taxonomy": [{"scheme": "ISIC4", "code": "B", "title": "Mining and quarrying"}],
             "kpis": [{"key": "unit-cost", "name": "Unit cost", "unit": "money per tonne", "better": "LOWER",
                       "definition": "operating cost divided by tonnes", "source": "a textbook"}],
             "levers": [{"key": "cheaper", "name": "Dig at lower cost", "driver": "unit-cost", "unit": "money a year",
                         "formula": "tonnes * saved",
                         "variables": [{"name": "tonnes", "description": "tonnes a year", "unit": "t"},
                                       {"name": "saved", "description": "saved for a tonne", "unit": "money"}],
                         "sentence": "That is {value} {currency} a year."}],
             "benchmarks": [{"metric": "gross-margin", "segment": "Metals", "unit": "%", "n": 74, "mean": 21.5,
                             "source": "a survey", "date": "2025-01-05", "licence": "CC BY 4.0"},
                            {"metric": "net-margin", "segment": "Metals", "unit": "%", "n": 74, "mean": 7.5,
                             "source": "a survey", "date": "2025-01-05", "licence": "CC BY 4.0"}],
             "planTemplate": {"vision": "Dig less, earn more.",
                              "objectives": [{"key": "O1", "statement": "Lower unit cost", "kpi": "unit-cost"}],
                              "initiatives": [{"key": "I1", "name": "Fuel", "objectives": ["O1"]}]},
             "rules": [{"id": "old-and-close", "severity": "WARNING", "title": "{deal} of {account} is old and close",
                        "conditions": [{"metric": "DAYS_OPEN", "atLeast": 100},
                                       {"metric": "DAYS_TO_CLOSE", "atLeast": 0, "atMost": 30}]},
                       {"id": "pushed-to-december", "severity": "INFO", "title": "{deal} was pushed",
                        "conditions": [{"metric": "DAYS_PUSHED", "atLeast": 1},
                                       {"metric": "CLOSE_MONTH", "atLeast": 12}]}],
             "calendar": {"fiscalYearStart": 7, "note": "Australian miners"}}
            """;
    private static final String GOLDEN = """
            {"levers": [{"name": "a thousand tonnes", "lever": "cheaper", "variables": {"tonnes": 1000, "saved": 2.5},
                         "value": VALUE}]}
            """;

    private Packs() {}

    static PackContent content(String name) {
        return PackFile.content(pack(name));
    }

    static IndustryPack service(String name) {
        return new IndustryPack() {
            @Override
            public PackContent content() {
                return Packs.content(name);
            }

            @Override
            public GoldenTests golden() {
                return PackFile.golden(Packs.golden("2500"));
            }
        };
    }

    static PluginContent files(String plugin, String version, Map<String, JsonNode> files) {
        return new PluginContent() {
            @Override
            public String plugin() {
                return plugin;
            }

            @Override
            public String version() {
                return version;
            }

            @Override
            public SortedMap<String, JsonNode> files() {
                return new TreeMap<>(files);
            }
        };
    }

    static ObjectNode pack(String name) {
        return Json.read(PACK.replace("NAME", name), ObjectNode.class);
    }

    static JsonNode golden(String value) {
        return Json.read(GOLDEN.replace("VALUE", value), JsonNode.class);
    }
}
