package io.binnacle.pipeline.core.imports;

import java.util.List;
import java.util.Set;

/** One kind of file that can come in; recognised by its columns. */
interface ImportFormat {

    /** Its name, such as {@code maven sales_pipeline}. */
    String name();

    /** The columns it needs, in the writing of the source. */
    List<String> needed();

    /** The columns it reads when they are there. */
    default Set<String> optional() {
        return Set.of();
    }

    /** Reads all rows, each into what it brings; a row with errors brings nothing. */
    List<Contribution> read(List<Row> rows, ImportContext context);
}
