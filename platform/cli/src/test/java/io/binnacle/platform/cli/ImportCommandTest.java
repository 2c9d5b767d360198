package io.binnacle.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.cli.FakePlatform.Outcome;
import io.binnacle.platform.cli.FakePlatform.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String PLAIN = "/api/v1/imports?dryRun=false&onError=skip";

    @TempDir
    Path data;

    private FakePlatform platform;
    private Path deals;
    private Path accounts;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform(data).answer("GET /api/v1/me", 200, "{\"name\":\"admin\",\"role\":\"ADMIN\"}");
        deals = Files.writeString(data.resolve("deals.csv"), "id,amount\n1,2\n");
        accounts = Files.writeString(data.resolve("acc\"ounts.csv"), "name\nÄcme\n");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void files_go_up_as_one_form() {
        platform.answer("POST " + PLAIN, 202, succeeded("[]", "{}"));

        assertThat(platform.run("import", deals.toString(), accounts.toString()).code())
                .isZero();

        Request upload = platform.request("POST " + PLAIN);
        String boundary = upload.contentType().replace("multipart/form-data; boundary=", "");
        assertThat(upload.body())
                .isEqualTo("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"files\"; filename=\"deals.csv\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nid,amount\n1,2\n\r\n--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"files\"; filename=\"acc%22ounts.csv\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nname\nÄcme\n\r\n--" + boundary + "--\r\n");
    }

    @Test
    void options_become_parameters() {
        String line = "POST /api/v1/imports?dryRun=true&onError=refuse&currency=USD";
        platform.answer(line, 202, succeeded("[]", "{}"));

        Outcome outcome =
                platform.run("import", deals.toString(), "--dry-run", "--currency", "USD", "--on-error", "refuse");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("Dry run:");
    }

    @Test
    void the_report_reads_well() {
        platform.answer("POST " + PLAIN, 202, "{\"id\":\"op-1\",\"state\":\"RUNNING\"}")
                .answer(
                        "GET /api/v1/operations/op-1",
                        200,
                        succeeded(
                                "[{\"name\":\"deals.csv\",\"format\":\"maven-sales-pipeline\",\"encoding\":\"UTF-8\","
                                        + "\"delimiter\":\"comma\",\"rows\":7136,\"accepted\":7135,\"errors\":[{\"line\":12,"
                                        + "\"field\":\"close_date\",\"code\":\"IMPOSSIBLE_DATE\",\"value\":\"2017-02-30\","
                                        + "\"detail\":\"give a day that exists\"}],\"warnings\":[{\"line\":3,\"field\":\"product\",\"code\":"
                                        + "\"CORRECTED\",\"value\":\"GTXPro\",\"detail\":\"read as 'GTX Pro'\"},{\"line\":13,"
                                        + "\"field\":\"product\",\"code\":\"CORRECTED\",\"value\":\"GTXPro\",\"detail\":"
                                        + "\"read as 'GTX Pro'\"}],\"totals\":[{\"currency\":"
                                        + "\"USD\",\"amount\":7203038}],\"byStage\":[{\"stage\":\"Won\",\"currency\":\"USD\","
                                        + "\"count\":3042,\"amount\":7203038.5}]}]",
                                "{\"counts\":{\"opportunity\":{\"created\":7135,\"changed\":0,\"unchanged\":1}},"
                                        + "\"events\":7135,\"notes\":[\"something worth knowing\"]}"));

        Outcome outcome = platform.run("import", deals.toString());

        assertThat(outcome.code()).as("skipped rows are no failure").isZero();
        assertThat(outcome.out().strip().lines())
                .containsExactly(
                        "deals.csv (maven-sales-pipeline, UTF-8, comma)",
                        "  7,136 rows, 7,135 accepted, 1 error",
                        "  error in line 12, close_date: IMPOSSIBLE_DATE '2017-02-30', give a day that exists",
                        "  warning in 2 lines from 3 on, product: CORRECTED 'GTXPro', read as 'GTX Pro'",
                        "  sum USD 7,203,038.00",
                        "  Won                           3,042         USD 7,203,038.50",
                        "",
                        "opportunity     7,135 created        0 changed        1 unchanged",
                        "7,135 events in the journal",
                        "Note: something worth knowing");
    }

    @Test
    void only_the_first_twenty_errors_are_shown() {
        String errors = IntStream.rangeClosed(1, 23)
                .mapToObj(line ->
                        "{\"line\":" + line + ",\"field\":\"\",\"code\":\"BAD\",\"value\":\"\",\"detail\":\"d\"}")
                .collect(Collectors.joining(","));
        platform.answer("POST " + PLAIN, 202, succeeded("[{\"name\":\"a\",\"errors\":[" + errors + "]}]", "{}"));

        String out = platform.run("import", deals.toString()).out();

        assertThat(out).contains("line 20:", "and 3 more errors").doesNotContain("line 21:");
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anything_is_sent() {
        Outcome outcome = platform.run("import", deals.toString(), "nowhere.csv");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().strip()).isEqualTo("There is no file nowhere.csv that can be read.");
    }

    @Test
    void a_refused_import_fails_with_its_problem() {
        platform.answer(
                "POST " + PLAIN,
                202,
                "{\"state\":\"FAILED\",\"problem\":{\"title\":\"Missing column\",\"detail\":\"deals.csv has no stage\"}}");

        Outcome outcome = platform.run("import", deals.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().strip()).isEqualTo("Missing column: deals.csv has no stage");
    }

    @Test
    void whoever_may_not_sign_in_learns_it_before_the_upload() {
        try (FakePlatform strict = new FakePlatform(data)) {
            strict.answer(
                    "GET /api/v1/me",
                    401,
                    "{\"title\":\"Authentication required\",\"detail\":\"the bearer token is unknown\"}");

            Outcome outcome = strict.run("import", deals.toString());

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err().strip()).isEqualTo("Authentication required: the bearer token is unknown");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String succeeded(String files, String outcome) {
        boolean dryRun = files.equals("[]");
        return "{\"state\":\"SUCCEEDED\",\"result\":{\"dryRun\":" + dryRun + ",\"files\":" + files + ",\"outcome\":"
                + outcome + "}}";
    }
}
