package io.binnacle.pipeline.core.exports;

/** The tables in which another system keeps accounts and deals. */
interface CrmShape {

    /** Its name in addresses, such as {@code salesforce}. */
    String name();

    /** Writes all tables. */
    void write(Book book, CsvZip zip);
}
