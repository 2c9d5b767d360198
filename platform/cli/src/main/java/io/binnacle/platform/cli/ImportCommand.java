package io.binnacle.platform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Bring in CSV files of a CRM and tell what became of every row.",
        footer = "Ends with 0 when all was done that was asked, rows that were skipped for their errors included.")
final class ImportCommand implements Callable<Integer> {

    /** What becomes of a file in which rows have errors. */
    enum OnError {
        SKIP,
        REFUSE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Platform platform;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files; those that belong together at once.")
    private List<Path> files;

    @Option(names = "--dry-run", description = "Tell everything and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency of amounts that name none, such as USD.")
    private String currency;

    @Option(
            names = "--on-error",
            paramLabel = "skip|refuse",
            defaultValue = "skip",
            description = "Skip rows with errors (the default), or refuse everything when there is one.")
    private OnError onError;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "The format of the files, when their columns do not tell it.")
    private String mapping;

    @Option(names = "--dates", paramLabel = "FORM", description = "How dates are written, such as d/M/yyyy.")
    private String dates;

    @Option(names = "--decimal", paramLabel = "point|comma", description = "What stands before decimals.")
    private String decimal;

    @Option(names = "--encoding", paramLabel = "NAME", description = "The encoding, such as windows-1252.")
    private String encoding;

    @Spec
    private CommandSpec spec;

    ImportCommand(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Integer call() {
        files.forEach(Multipart::requireReadable);
        Api api = platform.api();
        // Who may not import learns it before, not after, a long upload.
        api.get("/api/v1/me");
        JsonNode accepted = api.upload("/api/v1/imports" + parameters(), "files", files);
        JsonNode report = Followed.by(api, spec.commandLine().getErr()).result(accepted);
        new ImportReport(spec.commandLine().getOut()).print(report);
        return Exit.OK;
    }

    private String parameters() {
        return "?dryRun=" + dryRun + "&onError=" + onError + parameter("currency", currency)
                + parameter("mapping", mapping) + parameter("dates", dates) + parameter("decimal", decimal)
                + parameter("encoding", encoding);
    }

    private static String parameter(String name, String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
