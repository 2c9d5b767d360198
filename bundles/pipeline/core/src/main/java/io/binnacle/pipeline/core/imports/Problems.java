package io.binnacle.pipeline.core.imports;

import io.binnacle.pipeline.core.imports.file.RowProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The problems on the first lines that have some, and how many more there are. */
final class Problems {

    private static final int MOST = 5_000;
    private static final Comparator<RowProblem> ORDER = Comparator.comparingLong(RowProblem::line)
            .thenComparing(RowProblem::field)
            .thenComparing(RowProblem::code)
            .thenComparing(RowProblem::detail);

    private final TreeSet<RowProblem> first = new TreeSet<>(ORDER);
    private long more;

    void add(RowProblem problem) {
        if (first.add(problem) && first.size() > MOST) {
            first.pollLast();
            more++;
        }
    }

    long count() {
        return first.size() + more;
    }

    List<RowProblem> list() {
        List<RowProblem> listed = new ArrayList<>(first);
        if (more > 0) {
            long line = first.last().line();
            listed.add(new RowProblem(line, "", "AND_MORE", "", more + " more from this line on are not listed"));
        }
        return listed;
    }
}
