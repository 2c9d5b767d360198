package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.api.imports.ImportContext;
import io.binnacle.pipeline.core.imports.file.CsvFile.Line;
import java.util.function.Consumer;

/** A file of which everything is known that is needed to read its rows. */
public record SurveyedFile(ImportFile file, Survey survey, ImportContext context, Moments moments) {

    /** Reads the file once for what it tells of itself. */
    public static SurveyedFile of(ImportFile file, ImportContext context) {
        Survey survey = Survey.of(file, context.today());
        return new SurveyedFile(
                file, survey, context, new Moments(survey.dates().style(), context.zone()));
    }

    public Layout layout() {
        return file.layout();
    }

    public DateStyle dates() {
        return survey.dates().style();
    }

    public NumberStyle numbers() {
        return survey.numbers().style();
    }

    /** The records of the rows, in the order of the file, without the footer. */
    public void forEachLine(Consumer<Line> each) {
        file.csv().forEach(layout().line(), line -> {
            if (line.number() <= survey.lastLine()) {
                each.accept(line);
            }
        });
    }

    /** The row of a record. */
    public Row row(Line line) {
        return new Row(this, line);
    }
}
