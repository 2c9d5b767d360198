package io.binnacle.pipeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.DealEdits;
import io.binnacle.pipeline.core.Gates;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.details.StoredDetails;
import io.binnacle.pipeline.core.hierarchy.DatedHierarchies;
import io.binnacle.pipeline.core.hygiene.CategoryBeyondStage;
import io.binnacle.pipeline.core.hygiene.RuledHygiene;
import io.binnacle.pipeline.core.hygiene.StageUnknown;
import io.binnacle.pipeline.core.moves.JournaledMoves;
import io.binnacle.pipeline.core.qualification.CommitGate;
import io.binnacle.pipeline.core.qualification.JournaledQualifications;
import io.binnacle.pipeline.core.qualification.QualificationSettings;
import io.binnacle.pipeline.core.stages.ElementScored;
import io.binnacle.pipeline.core.stages.EvidenceGiven;
import io.binnacle.pipeline.core.stages.FieldFilled;
import io.binnacle.pipeline.core.stages.StageGate;
import io.binnacle.pipeline.core.stages.StageRules;
import io.binnacle.pipeline.core.stages.StoredPipelines;
import io.binnacle.pipeline.core.waterfall.ExactWaterfalls;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.testkit.TestDatabase;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pipelines and the deals in them on a real server; a refusal is its name and the fields at fault, with its words in a header. */
final class StagesServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin server;
    private Principal caller = new Principal("mia", Role.MANAGER);

    StagesServer(TestDatabase db) {
        StageRules rules = new StageRules();
        Stream.of(new FieldFilled(), new ElementScored(), new EvidenceGiven()).forEach(rules::addRule);
        server = Javalin.create(config -> configure(config, db, rules)).start("127.0.0.1", 0);
    }

    private void configure(JavalinConfig config, TestDatabase db, StageRules rules) {
        config.startup.showJavalinBanner = false;
        config.jsonMapper(new JavalinJackson(Json.mapper(), false));
        config.routes.before(ctx -> Caller.set(ctx, caller));
        config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                        failure.code().culprit().status())
                .header(
                        "Detail",
                        failure.getMessage()
                                + failure.fields().stream()
                                        .map(FieldError::detail)
                                        .collect(Collectors.joining(". ", " (", ")")))
                .result(Stream.concat(
                                Stream.of(failure.code().name()),
                                failure.fields().stream().map(FieldError::pointer))
                        .collect(Collectors.joining(" "))));
        StoredPipelines pipelines = new StoredPipelines(db.database(), db.journal(), db.clock(), rules);
        JournaledQualifications qualifications = new JournaledQualifications(
                db.database(),
                db.journal(),
                db.clock(),
                Given.SETTINGS,
                new QualificationSettings(new int[] {15, 15, 10, 10, 10, 15, 15, 10}, 60));
        Gates gates = new Gates(new StageGate(pipelines, rules, qualifications));
        gates.addGate(new CommitGate(qualifications));
        DealEdits edits = new DealEdits(db.database(), db.journal(), db.clock(), Given.SETTINGS.zone(), gates);
        JournaledOpportunities deals = new JournaledOpportunities(db.database(), db.journal(), edits);
        new PipelineRoutes(pipelines, Given.SETTINGS).routes(config.routes);
        new OpportunityRoutes(deals, Given.SETTINGS).routes(config.routes);
        new QualificationRoutes(qualifications, deals, Given.SETTINGS).routes(config.routes);
        new WaterfallRoutes(
                        new ExactWaterfalls(db.database(), db.journal(), db.clock(), Given.SETTINGS),
                        new StoredCalendars(db.database(), db.journal(), db.clock(), Given.SETTINGS),
                        Given.SETTINGS)
                .routes(config.routes);
        RuledHygiene hygiene = new RuledHygiene(
                db.database(),
                deals,
                new StoredDetails(db.database(), db.journal()),
                db.clock(),
                Given.SETTINGS,
                pipelines,
                new DatedHierarchies(db.database(), db.journal(), db.clock(), Given.SETTINGS));
        hygiene.addRule(new StageUnknown());
        hygiene.addRule(new CategoryBeyondStage());
        new HygieneRoutes(hygiene, Given.SETTINGS).routes(config.routes);
        new MoveRoutes(new JournaledMoves(deals, edits, pipelines, db.clock(), Given.SETTINGS), Given.SETTINGS)
                .routes(config.routes);
    }

    StagesServer as(String name, Role role) {
        caller = new Principal(name, role);
        return this;
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        var answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return exchange(request(method, path, body));
    }

    HttpResponse<String> send(String method, String path, String body, long version)
            throws IOException, InterruptedException {
        return exchange(request(method, path, body).header("If-Match", "\"" + version + "\""));
    }

    /** Replaces whatever is there. */
    HttpResponse<String> rewrite(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, body, read(path).path("version").asLong());
    }

    /** What a refusal says to a person. */
    static String detail(HttpResponse<String> answer) {
        return answer.headers().firstValue("Detail").orElseThrow();
    }

    JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/pipeline/" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop();
    }
}
