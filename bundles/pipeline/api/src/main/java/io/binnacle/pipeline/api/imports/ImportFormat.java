package io.binnacle.pipeline.api.imports;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows one kind of file: tells it by its columns and turns its rows into records. Register one as a service and
 * files of its kind come in; encodings, delimiters, the forms of dates and amounts, duplicates and references are
 * the platform's to settle.
 *
 * <p>Formats are stateless: any thread may call, and rows come in any number and over many calls. Every
 * implementation must pass {@code ImportFormatContract} from the test kit.
 */
@ConsumerType
public interface ImportFormat {

    /** Its name for a person, unique, such as {@code salesforce opportunities}. */
    String name();

    /** The system that its files come from, in lower case, such as {@code salesforce}. */
    String system();

    /**
     * The columns it reads, at least one of them needed. A file is of the format that finds the most needed
     * columns in its header, if these are two thirds of them.
     */
    List<ImportColumn> columns();

    /**
     * The columns whose texts together are the id of the deal that a row tells of. All rows of one deal, from
     * all files of an import, are then settled together. Empty for rows that are of no deal.
     */
    default List<String> dealColumns() {
        return List.of();
    }

    /** Whether it keeps {@link ImportRow#others the columns it does not read} with what it brings. */
    default boolean keepsOthers() {
        return false;
    }

    /**
     * Reads one row. What is wrong with it is said to the row; a row with errors brings nothing.
     *
     * @throws RuntimeException never for bad content
     */
    void read(ImportRow row, ImportContext context, ImportSink sink);
}
