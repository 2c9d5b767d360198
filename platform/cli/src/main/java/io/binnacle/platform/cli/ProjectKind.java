package io.binnacle.platform.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a new plugin is to bring. */
enum ProjectKind {
    FORECAST_MODEL(
            "Model",
            "io.binnacle.forecasting.api",
            List.of("io.binnacle.forecasting.api"),
            "Goes on by the mean change of the past.",
            Shape.CODE),
    INSIGHT_RULE(
            "Rule",
            "io.binnacle.insights.api",
            List.of("io.binnacle.insights.api", "io.binnacle.pipeline.api"),
            "Finds open deals of which nobody has said what they are worth.",
            Shape.CODE),
    INDUSTRY_PACK(
            "Pack",
            "io.binnacle.industry.api",
            List.of(),
            "What is known of an industry, as content alone.",
            Shape.CONTENT);

    /** What a project is made of: templates by the file that each becomes, {@code KIND/} for those of the kind. */
    private enum Shape {
        CODE(Map.of(
                "pom.xml", "pom.xml",
                "plugin.json", "plugin.json",
                "src/main/java/@folder@/@Class@.java", "KIND/Main.java",
                "src/test/java/@folder@/@Class@Test.java", "KIND/Test.java")),
        CONTENT(Map.of(
                "pom.xml", "KIND/pom.xml",
                "plugin.json", "plugin.json",
                "content/industry-pack.json", "KIND/industry-pack.json",
                "content/golden.json", "KIND/golden.json",
                "src/test/java/@folder@/@Class@Test.java", "KIND/Test.java"));

        private final Map<String, String> templates;

        Shape(Map<String, String> templates) {
            this.templates = templates;
        }
    }

    private final String suffix;
    private final String spi;
    private final List<String> apis;
    private final String description;
    private final Shape shape;

    ProjectKind(String suffix, String spi, List<String> apis, String description, Shape shape) {
        this.suffix = suffix;
        this.spi = spi;
        this.apis = apis;
        this.description = description;
        this.shape = shape;
    }

    static ProjectKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.failed(
                        "There is no kind '%s'; there are %s.",
                        name, Arrays.stream(values()).map(ProjectKind::toString).collect(Collectors.joining(", "))));
    }

    /** What class names end with. */
    String suffix() {
        return suffix;
    }

    String spi() {
        return spi;
    }

    String description() {
        return description;
    }

    /** The dependencies that the platform brings. */
    String apis() {
        return apis.stream()
                .map(
                        "    <dependency><groupId>io.binnacle</groupId><artifactId>%s</artifactId><version>${binnacle.version}</version><scope>provided</scope></dependency>"
                                ::formatted)
                .collect(Collectors.joining("\n"));
    }

    /** Templates by the file that each becomes. */
    Map<String, String> files() {
        return shape.templates.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, template -> template.getValue().replace("KIND", toString())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
