package io.binnacle.pipeline.core.imports.file;

/**
 * What is wrong with a row of a file, or was put right in it.
 *
 * @param line the line of the file on which the row begins; the header is line 1
 * @param field the column
 * @param code the stable name of the problem
 * @param value what stands there
 * @param detail a sentence that says what to do
 */
public record RowProblem(long line, String field, String code, String value, String detail) {}
