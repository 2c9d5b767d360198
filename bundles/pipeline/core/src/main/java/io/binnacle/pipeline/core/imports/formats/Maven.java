package io.binnacle.pipeline.core.imports.formats;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.imports.ImportRow;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the files of the data set "CRM Sales Opportunities" have in common: names stand for ids, two are misspelt. */
final class Maven {

    static final String SYSTEM = "maven";

    private static final Map<String, String> SPELLINGS = Map.of("gtxpro", "GTX Pro", "technolgy", "technology");

    private Maven() {}

    static ExternalRef account(String name) {
        return new ExternalRef(SYSTEM, "account", name);
    }

    static ExternalRef product(String name) {
        return new ExternalRef(SYSTEM, "product", name);
    }

    static ExternalRef agent(String name) {
        return new ExternalRef(SYSTEM, "sales_agent", name);
    }

    static ExternalRef manager(String name) {
        return new ExternalRef(SYSTEM, "manager", name);
    }

    static ExternalRef region(String name) {
        return new ExternalRef(SYSTEM, "regional_office", name);
    }

    static ExternalRef opportunity(String id) {
        return new ExternalRef(SYSTEM, "opportunity", id);
    }

    /** What stands in a column, with the known misspellings put right and reported. */
    static Optional<String> spelt(ImportRow row, String column) {
        Optional<String> text = row.text(column);
        Optional<String> right = text.map(word -> SPELLINGS.get(word.toLowerCase(Locale.ROOT)));
        right.ifPresent(word -> row.warning(column, "CORRECTED", "read as '" + word + "'"));
        return right.or(() -> text);
    }
}
